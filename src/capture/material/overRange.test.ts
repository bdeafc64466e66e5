import { overRange } from './overRange';

const query = (type: string, more: object) => ({ refId: 'A', expr: 'up', datasource: { type, uid: 'u' }, ...more });

it('asks Prometheus for a range, and its kin', () => {
  for (const type of ['prometheus', 'grafana-amazonprometheus-datasource']) {
    expect(overRange([query(type, { instant: true, range: false, format: 'table' })])).toEqual([
      query(type, { instant: false, range: true, format: 'time_series' }),
    ]);
  }
});

it('asks Loki for a range, and leaves the queries beside it as they are', () => {
  const other = query('mysql', { instant: true });
  expect(overRange([query('loki', { queryType: 'instant' }), other])).toEqual([
    expect.objectContaining({ queryType: 'range' }),
    other,
  ]);
});

it.each([
  [[]],
  [[null, 7]],
  [[query('prometheus', { range: true })]],
  [[query('loki', { queryType: 'range' })]],
  [[query('elasticsearch', { instant: true })]],
])('asks nothing where no known query is for one moment: %j', (queries) => {
  expect(overRange(queries)).toBeNull();
});
