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

it('reads the variables from the address, several values and all, and those of a repeated panel before them', () => {
  const scopedVars = { region: { text: 'Europe', value: 'eu' }, __interval: { text: '1m', value: '1m' } };
  const panel = copyPanel(
    { ...aPanelContext(), scopedVars },
    '?var-service=cart&var-service=mail&var-region=all&from=now-6h&viewPanel=4'
  );
  expect(panel.variables).toEqual({ service: 'cart, mail', region: 'Europe' });
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
