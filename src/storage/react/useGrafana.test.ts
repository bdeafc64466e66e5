import { readSettings } from '../../domain/record/settings';
import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import type { Outcome } from '../../grafana/outcome';
import { useSettings, useRights } from './useGrafana';

const SETTINGS = 'GET /api/plugins/resilience-nearmiss-app/settings';
const DEFAULTS = readSettings(null);
const jsonData = { teams: [{ name: 'payments', journalUid: 'j' }] };
const refresh = expect.any(Function);

it('are the shipped ones while they load, and asking again then asks nothing', async () => {
  const send = memorySend({ [SETTINGS]: { jsonData } });
  const { result } = renderOver(() => useSettings(), { send });
  expect(result.current).toStrictEqual({ state: 'loading', settings: DEFAULTS, refresh });
  await settle(result.current.refresh);
  expect(kindsAsked(send)).toEqual(['GET settings']);
});

it('are what the admin saved, and are read again when asked', async () => {
  const send = memorySend({ [SETTINGS]: { jsonData } });
  const { result } = renderOver(() => useSettings(), { send });
  await settle();
  expect(result.current).toStrictEqual({ state: 'ready', settings: readSettings(jsonData), refresh });
  await settle(result.current.refresh);
  expect(send.asked).toHaveLength(2);
});

it('are the shipped ones when they cannot be read, with the reason, until asked again', async () => {
  let answer: Outcome<unknown> = refusing(500, 'broken')();
  const { result } = renderOver(() => useSettings(), { send: memorySend({ [SETTINGS]: () => answer }) });
  const whileLoading = result.current.settings;
  await settle();
  expect(result.current).toStrictEqual({
    ...{ state: 'failed', settings: DEFAULTS, refresh },
    failure: { kind: 'unavailable', status: 500, detail: 'broken' },
  });
  expect(result.current.settings).toBe(whileLoading);
  answer = { ok: true, value: { jsonData } };
  await settle(result.current.refresh);
  expect(result.current).toMatchObject({ state: 'ready', settings: { teams: jsonData.teams } });
});

it('are the same object each time, so that what depends on them is not read over and over', async () => {
  const { result, exchange } = renderOver(() => useSettings(), { send: memorySend({ [SETTINGS]: { jsonData } }) });
  const defaults = result.current.settings;
  exchange();
  expect(result.current.settings).toBe(defaults);
  await settle();
  const { settings } = result.current;
  exchange();
  expect(result.current.settings).toBe(settings);
});

it('are those of another Grafana when that is there', async () => {
  const { result, exchange } = renderOver(() => useSettings(), { send: memorySend({ [SETTINGS]: { jsonData } }) });
  await settle();
  exchange({ send: memorySend({ [SETTINGS]: {} }) });
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', settings: { teams: [] } });
});

it('are not waited for when nobody looks any more', () => {
  const send = memorySend({});
  renderOver(() => useSettings(), { send }).unmount();
  expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true]);
});

const PERMISSIONS = 'GET /api/access-control/user/permissions';
const EDITOR = { [PERMISSIONS]: { 'annotations:create': ['annotations:*'] } };
const of = (uid: string, canAdd: boolean) => ({
  [`GET /api/dashboards/uid/${uid}`]: { meta: { annotationsPermissions: { dashboard: { canAdd } } } },
});
const NONE = { organization: false, dashboard: null, unopened: null, retry: expect.any(Function) };

it('allow nothing while nobody knows, and asking again then asks nothing', async () => {
  const send = memorySend(EDITOR);
  const { result } = renderOver(() => useRights(), { send });
  expect(result.current).toStrictEqual({ state: 'loading', ...NONE });
  await settle(result.current.retry);
  expect(send.asked).toHaveLength(1);
});

it('say where the user may write, and are read again when asked', async () => {
  const send = memorySend({ ...EDITOR, ...of('checkout', true) });
  const { result } = renderOver(() => useRights('checkout'), { send });
  await settle();
  expect(result.current).toStrictEqual({
    ...{ state: 'ready', organization: true, dashboard: true, unopened: null },
    retry: expect.any(Function),
  });
  expect(send.asked).toHaveLength(2);
  await settle(result.current.retry);
  expect(send.asked).toHaveLength(4);
});

it('say why the dashboard cannot be opened', async () => {
  const { result } = renderOver(() => useRights('gone'), { send: memorySend(EDITOR) });
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', organization: true, dashboard: false, unopened: 'gone' });
});

it('allow nothing when they cannot be read, say why, and are read again when asked', async () => {
  let answer: unknown = refusing(503, 'down');
  const send = memorySend({ [PERMISSIONS]: () => (typeof answer === 'function' ? answer() : answer) });
  const { result } = renderOver(() => useRights(), { send });
  await settle();
  expect(result.current).toStrictEqual({
    ...{ state: 'failed', ...NONE },
    failure: { kind: 'unavailable', status: 503, detail: 'down' },
  });
  answer = { ok: true, value: EDITOR[PERMISSIONS] };
  await settle(result.current.retry);
  expect(result.current).toMatchObject({ state: 'ready', organization: true });
});

it('are read for another dashboard and in another Grafana', async () => {
  let uid = 'one';
  const { result, exchange } = renderOver(() => useRights(uid), {
    send: memorySend({ ...EDITOR, ...of('one', true), ...of('two', false) }),
  });
  await settle();
  expect(result.current).toMatchObject({ organization: true, dashboard: true });
  uid = 'two';
  exchange();
  expect(result.current).toMatchObject({ state: 'loading', ...NONE });
  await settle();
  expect(result.current).toMatchObject({ organization: true, dashboard: false });
  exchange({ send: memorySend({ [PERMISSIONS]: {}, ...of('two', true) }) });
  await settle();
  expect(result.current).toMatchObject({ organization: false, dashboard: true });
});

it('are not waited for when nobody looks any more', () => {
  const send = memorySend(EDITOR);
  renderOver(() => useRights('checkout'), { send }).unmount();
  expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
});
