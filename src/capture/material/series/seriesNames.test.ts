import { type Field, FieldType } from '@grafana/data';
import { namedSeries } from './seriesNames';

const HINTS = { steps: [], mode: 'absolute', thresholdsShown: false } as const;

function drawn(name: string, { labels = {}, refId = 'A', config = {} }: Partial<Field> & { refId?: string } = {}) {
  const field: Field = { name, type: FieldType.number, config, values: [] };
  const series = { key: name, name, unit: '', labels, refId, hints: HINTS, times: [], values: [] };
  return { field, series };
}

const only = (name: string, query: object = {}, config: Field['config'] = {}) =>
  namedSeries([drawn(name, { config })], { panelTitle: 'Cart memory', queries: [{ refId: 'A', ...query }] })[0]?.series
    .name;

const several = (...all: Array<ReturnType<typeof drawn>>) =>
  namedSeries(all, { panelTitle: 'Cart memory', queries: [] }).map(({ series }) => series.name);

describe('the only series', () => {
  it.each([
    ['sum(rate(x[5m]))', { expr: 'sum(rate(x[5m]))' }],
    ['sum(rate(x[5m]))', { expr: 'sum( rate(x[$__rate_interval]) )', legendFormat: '__auto' }],
    ['rate(x{a="b"}[1m])', { expr: 'rate(x{a="${a:regex}"}[1m])', legendFormat: '' }],
    ['Value', {}],
    ['Value #A', {}],
    ['value', { rawSql: 'SELECT 1' }],
    ['A', {}],
  ])('called %j by the query %j has the title', (name, query) => {
    expect(only(name, query)).toBe('Cart memory');
  });

  it.each([
    ['Heap (used)', { expr: 'sum(rate(x[5m]))' }],
    ['heap', { expr: 'sum(rate(x[5m]))', legendFormat: 'heap' }],
    ['sum(x)', { expr: 'sum(x)', legendFormat: 'sum(x)' }],
    ['up{job="a"}', { expr: 'up' }],
    ['sum(y)', { expr: '$query' }],
  ])('called %j keeps its name, with the query %j', (name, query) => {
    expect(only(name, query)).toBe(name);
  });

  it('keeps the name that the panel gives it', () => {
    expect(only('Value', {}, { displayName: 'Value' })).toBe('Value');
  });

  it('keeps its name where the panel has no title', () => {
    expect(namedSeries([drawn('Value')], { panelTitle: '', queries: [] })[0]?.series.name).toBe('Value');
  });
});

describe('several series', () => {
  it('keep names that differ', () => {
    expect(several(drawn('Value'), drawn('cart'))).toEqual(['Value', 'cart']);
  });

  it('of one name get the one label that tells all apart', () => {
    const all = ['a', 'b'].map((instance) => drawn('cart', { labels: { instance, job: 'x', pod: 'p' + instance } }));
    expect(several(...all, drawn('mail'))).toEqual(['cart (instance=a)', 'cart (instance=b)', 'mail']);
  });

  it('of one name get all labels that differ where one is not enough', () => {
    const all = [
      ['a', '1'],
      ['a', '2'],
      ['b', '1'],
    ].map(([zone = '', node = '']) => drawn('cart', { labels: { zone, node, job: 'x' } }));
    expect(several(...all)).toEqual(['cart (node=1, zone=a)', 'cart (node=2, zone=a)', 'cart (node=1, zone=b)']);
  });

  it('of one name without labels get their query, else a number that is free', () => {
    expect(several(drawn('cart'), drawn('cart', { refId: 'B' }))).toEqual(['cart (A)', 'cart (B)']);
    expect(several(drawn('cart'), drawn('cart'), drawn('cart (2)'))).toEqual(['cart', 'cart (3)', 'cart (2)']);
  });
});
