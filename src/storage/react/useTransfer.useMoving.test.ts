import { encodeRecord } from '../../domain/codec/encodeRecord';
import { type AppSettings, readSettings } from '../../domain/record/settings';
import { annotationsSend } from '../../testing/grafana/annotationsSend';
import { aRecord } from '../../testing/builders/builders';
import { notingSend } from '../../testing/grafana/notingSend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { linkTo } from '../../grafana/address';
import type { Place } from '../../domain/record/place';
import { useMoving } from './useTransfer';

afterEach(() => jest.useRealTimers());

const ORGANIZATION: Place = { kind: 'organization' };
const JOURNAL: Place = { kind: 'journal', dashboardUid: 'shops' };
const PERMISSIONS = '/api/access-control/user/permissions';
const EDITOR = { [PERMISSIONS]: { 'annotations:create': ['annotations:*'] } };
const settingsOf = (uid: string) => readSettings({ journals: [{ folderUid: 'f', dashboardUid: uid, title: uid }] });

/** A Grafana whose organization holds these near misses. */
async function aGrafana(...ids: readonly string[]) {
  const port = memoryAnnotations({ user: { login: 'admin' } });
  for (const id of ids) {
    await port.post(encodeRecord(aRecord({ id }), ORGANIZATION, '/former/address'));
  }
  return { port, send: notingSend(annotationsSend(port, EDITOR)) };
}

function show(grafana: Awaited<ReturnType<typeof aGrafana>>) {
  const now: { settings: AppSettings } = { settings: settingsOf('shops') };
  const shown = renderOver(() => useMoving(now.settings), { send: grafana.send });
  const move = () => shown.result.current.move({ from: ORGANIZATION, to: JOURNAL, team: '' });
  const use = (settings: AppSettings) => {
    now.settings = settings;
    shown.exchange();
  };
  return { ...shown, move, use };
}

const journal = (uid: string) => ({ dashboardUid: uid, title: uid, is: 'gone' });
const movable = (id: string, uid: string) => ({
  state: 'ready',
  value: { nearMisses: [{ nearMiss: { id } }], organization: true, journals: [journal(uid)] },
});

it('tells what can be moved', async () => {
  const { result } = show(await aGrafana('near-miss-01'));
  expect(result.current.movable.state).toBe('loading');
  await settle();
  expect(result.current.movable).toMatchObject(movable('near-miss-01', 'shops'));
});

it('fails with the reason when that cannot be read', async () => {
  const grafana = await aGrafana('near-miss-01');
  const failure = { kind: 'forbidden', status: 403, detail: 'no' } as const;
  grafana.port.failNext('find', { failure });
  const { result } = show(grafana);
  await settle();
  expect(result.current.movable).toMatchObject({ state: 'failed', failure });
});

it('reads again for other settings and in another Grafana, and only then', async () => {
  const grafana = await aGrafana('near-miss-01');
  const { result, use, exchange } = show(grafana);
  await settle();
  const asked = grafana.send.asked.length;
  exchange();
  expect(grafana.send.asked).toHaveLength(asked);
  use(settingsOf('payments'));
  await settle();
  expect(result.current.movable).toMatchObject(movable('near-miss-01', 'payments'));
  exchange({ send: (await aGrafana('near-miss-02')).send });
  await settle();
  expect(result.current.movable).toMatchObject(movable('near-miss-02', 'payments'));
});

it('moves them, under the address of this Grafana', async () => {
  const grafana = await aGrafana('near-miss-01');
  const { move } = show(grafana);
  await settle();
  expect(await move()).toEqual({ moved: 1, notMoved: [], stopped: null });
  expect(grafana.port.stored()).toEqual([
    expect.objectContaining({ dashboardUID: 'shops', text: expect.stringContaining(linkTo('near-miss-01')) }),
  ]);
});

it('moves them in the Grafana that is there now', async () => {
  const [former, now] = [await aGrafana('near-miss-01'), await aGrafana('near-miss-02')];
  const before = former.port.stored();
  const { move, exchange } = show(former);
  exchange({ send: now.send });
  await settle();
  await move();
  expect(former.port.stored()).toEqual(before);
  expect(now.port.stored()).toEqual([expect.objectContaining({ dashboardUID: 'shops' })]);
});

it('waits between attempts, so a Grafana that is down for a moment stops nothing', async () => {
  const grafana = await aGrafana('near-miss-01');
  const { move } = show(grafana);
  await settle();
  jest.useFakeTimers();
  const failure = { kind: 'unavailable', status: 503, detail: '' } as const;
  grafana.port.delay(async (method) => {
    if (method === 'post') {
      grafana.port.delay(async () => {});
      grafana.port.failNext('find', { failure });
    }
  });
  const moving = move();
  await jest.advanceTimersByTimeAsync(400);
  expect(await moving).toEqual({ moved: 1, notMoved: [], stopped: null });
});

it('stops reading when nobody looks any more', async () => {
  const grafana = await aGrafana();
  const { send } = grafana;
  show(grafana).unmount();
  const stopped = send.asked.filter(({ signal }) => signal?.aborted);
  expect(stopped.map(({ path }) => path.replace(/\?.*/, ''))).toEqual(['/api/annotations', PERMISSIONS]);
});
