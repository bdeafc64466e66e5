import { readSettings } from '../../domain/record/settings';
import { memorySend, refusing } from '../../testing/memorySend';
import { renderOver } from '../../testing/renderOver';
import { settle } from '../../testing/settle';
import type { Outcome } from '../../grafana/outcome';
import { useSettings } from './useGrafana';

const SETTINGS = 'GET /api/plugins/resilience-nearmiss-app/settings';
const DEFAULTS = readSettings(null);
const jsonData = { teams: [{ name: 'payments', journalUid: 'j' }] };
const refresh = expect.any(Function);

it('are the shipped ones while they load, and asking again then asks nothing', async () => {
  const send = memorySend({ [SETTINGS]: { jsonData } });
  const { result } = renderOver(() => useSettings(), { send });
  expect(result.current).toStrictEqual({ state: 'loading', settings: DEFAULTS, refresh });
  await settle(result.current.refresh);
  expect(send.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([SETTINGS]);
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
