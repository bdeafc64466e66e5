import { encodeRecord } from '../../../domain/codec/encodeRecord';
import { aNearMiss, aRecord } from '../../../testing/builders/builders';
import { annotationsSend } from '../../../testing/grafana/annotationsSend';
import { memoryAnnotations } from '../../../testing/grafana/memoryAnnotations';
import { renderOver } from '../../../testing/render/renderOver';
import { aDashboard } from '../../../testing/stages/selfTestHost';
import { settle } from '../../../testing/render/settle';
import { useSelfTestRun } from './useSelfTestRun';

const ANSWERS = {
  '/api/access-control/user/permissions': {
    'annotations:create': ['annotations:*'],
    'dashboards:read': ['dashboards:*'],
  },
  '/api/plugins/resilience-nearmiss-app/settings': { jsonData: {} },
  '/api/dashboards/uid/checkout': aDashboard(4),
};
const MAKE_MARKERS = {
  does: 'make-markers',
  markers: [{ nearMiss: aNearMiss(), dashboardTitle: '', panelTitle: '', mine: true }],
} as const;

/** A Grafana that holds one near miss without its marker. */
async function open() {
  let at = Date.now();
  const port = memoryAnnotations({ user: { login: 'ada' }, now: () => (at += 5) });
  await port.post(encodeRecord(aRecord(), { kind: 'organization' }, ''));
  const shown = renderOver(() => useSelfTestRun(), { send: annotationsSend(port, ANSWERS) });
  const now = () => shown.result.current;
  return { ...shown, port, now, start: () => settle(() => now().start()) };
}

/** The test annotation of the round trip is there, and its deletion waits until it is let through. */
function holdInTheMiddle({ port }: Awaited<ReturnType<typeof open>>) {
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  port.delay((method) => (method === 'get' ? gate : Promise.resolve()));
  return () => settle(letThrough);
}

const of = ({ results }: ReturnType<typeof useSelfTestRun>, check: string) =>
  results.find((result) => result.check === check);

it('asks nothing before somebody starts it', async () => {
  const { port, now } = await open();
  expect(now()).toMatchObject({ phase: 'idle', stopped: false, results: [], repaired: null });
  expect(port.calls()).toEqual(['post']);
});

it('tells each result as it comes, and the end; nothing is left behind', async () => {
  const page = await open();
  const goOn = holdInTheMiddle(page);
  await page.start();
  expect(page.now().phase).toBe('running');
  expect(page.now().results.map(({ check }) => check)).toEqual(['rights']);
  await goOn();
  expect(page.now()).toMatchObject({ phase: 'idle', stopped: false });
  expect(of(page.now(), 'missingMarkers')).toMatchObject({ state: 'warn' });
  expect(page.port.stored()).toHaveLength(1);
});

it('stops when somebody says so, tells that, and still cleans up', async () => {
  const page = await open();
  const goOn = holdInTheMiddle(page);
  await page.start();
  await settle(page.now().stop);
  await goOn();
  expect(page.now()).toMatchObject({ phase: 'idle', stopped: true });
  expect(of(page.now(), 'missingMarkers')).toBeUndefined();
  expect(page.port.stored()).toHaveLength(1);
});

it('cleans up also after the page was left in the middle', async () => {
  const page = await open();
  const goOn = holdInTheMiddle(page);
  await page.start();
  expect(page.port.stored().length).toBeGreaterThan(1);
  page.unmount();
  await goOn();
  expect(page.port.stored()).toHaveLength(1);
});

it('repairs, says what it did, and looks again at what it inspects', async () => {
  const { port, now, start } = await open();
  await start();
  await settle(() => now().repair('missingMarkers', MAKE_MARKERS));
  expect(now().repaired).toMatchObject({ check: 'missingMarkers', did: { done: 1, failed: 0 } });
  expect(of(now(), 'missingMarkers')).toMatchObject({ state: 'ok' });
  expect(of(now(), 'roundTrip')).toMatchObject({ state: 'ok' });
  expect(port.stored()).toHaveLength(2);
});

it('says of a repair that Grafana refuses that it failed, and the finding stays', async () => {
  const { port, now, start } = await open();
  await start();
  port.failNext('post', { failure: { kind: 'forbidden', status: 403, detail: '' } });
  await settle(() => now().repair('missingMarkers', MAKE_MARKERS));
  expect(now().repaired?.did).toMatchObject({ done: 0, failed: 1, failure: { kind: 'forbidden' } });
  expect(of(now(), 'missingMarkers')).toMatchObject({ state: 'warn' });
});
