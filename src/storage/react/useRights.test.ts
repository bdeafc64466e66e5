import { memorySend, refusing } from '../../testing/memorySend';
import { renderOver } from '../../testing/renderOver';
import { settle } from '../../testing/settle';
import { useRights } from './useRights';

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
