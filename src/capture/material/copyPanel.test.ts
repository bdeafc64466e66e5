import { dateTime } from '@grafana/data';
import { aPanelContext, readOnly } from '../../testing/builders/panelContext';
import { copyPanel } from './copyPanel';

it('takes everything out of the proxy, so that it can be changed', () => {
  const panel = copyPanel(readOnly(aPanelContext()), '');
  const [frame] = panel.frames;
  expect(() => frame?.fields[1]?.values.push(1)).not.toThrow();
  expect(() => Object.assign(panel.queries[0] ?? {}, { hide: true })).not.toThrow();
  expect(panel).toMatchObject({ dashboardUid: 'checkout', panelId: 4, dataSource: 'testdata', timeZone: 'utc' });
});

it('takes the times of the query where there are any', () => {
  const { range } = copyPanel(aPanelContext(), '');
  expect(new Date(range.from).toISOString()).toBe('2026-11-03T12:00:00.000Z');
});

it('reads a range such as "now-3h" where the query gave none', () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 3, 18) });
  const { range } = copyPanel({ ...aPanelContext(), timeRange: { from: 'now-3h', to: 'now' }, data: undefined }, '');
  jest.useRealTimers();
  expect(range).toEqual({ from: Date.UTC(2026, 10, 3, 15), to: Date.UTC(2026, 10, 3, 18) });
});

it('reads variables and range from the address, those of a repeated panel before them', () => {
  const scopedVars = { region: { text: 'Europe', value: 'eu' } };
  const raw = { from: dateTime(Date.UTC(2026, 10, 1)), to: dateTime(Date.UTC(2026, 10, 2)) };
  const { data } = aPanelContext();
  const known = [{ name: 'metrics', type: 'datasource' }];
  const panel = copyPanel(
    readOnly(aPanelContext({ scopedVars, timeRange: raw, data: data && { ...data, timeRange: { ...raw, raw } } })),
    `?var-service=cart&var-service=mail&var-metrics=a1&to=${Date.UTC(2026, 10, 9)}`,
    known
  );
  expect(panel).toMatchObject({
    variables: { service: ['cart', 'mail'], metrics: 'a1', region: 'eu' },
    variableTexts: { metrics: '', region: 'Europe' },
    dashboardRange: { from: Date.UTC(2026, 10, 8), to: Date.UTC(2026, 10, 9) },
  });
});

it('does without a panel that has no query', () => {
  const panel = copyPanel(JSON.parse(JSON.stringify({ ...aPanelContext(), targets: undefined, data: undefined })), '');
  expect(panel).toMatchObject({ queries: [], frames: [], dataSource: '' });
});

it('says the data source that the query ran on where the panel names none', () => {
  const context = aPanelContext({ targets: [{ refId: 'A' }] });
  const targets = [{ refId: 'A', datasource: { type: 'prometheus', uid: 'p' } }];
  const request = { intervalMs: 1, maxDataPoints: 1, targets };
  const { dataSource } = copyPanel(Object.assign(context, { data: { ...context.data, request } }), '');
  expect(dataSource).toBe('prometheus');
});

it('has no panel id where Grafana gives none', () => {
  expect(copyPanel(aPanelContext({ id: NaN }), '').panelId).toBe(0);
});
