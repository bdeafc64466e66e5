import { encodeRecord } from '../../domain/codec/encodeRecord';
import { annotationsSend } from '../../testing/grafana/annotationsSend';
import { aNearMiss, aRecord } from '../../testing/builders/builders';
import { notingSend } from '../../testing/grafana/notingSend';
import { renderOver } from '../../testing/render/renderOver';
import { aDashboard } from '../../testing/stages/selfTestHost';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { linkTo } from '../../grafana/address';
import type { SelfTestResult } from '../selfTest/runSelfTest';
import { useSelfTest } from './useSelfTest';

const ANSWERS = {
  '/api/access-control/user/permissions': {
    'annotations:create': ['annotations:*'],
    'dashboards:read': ['dashboards:*'],
  },
  '/api/plugins/resilience-nearmiss-app/settings': { jsonData: {} },
  '/api/dashboards/uid/checkout': aDashboard(4),
};

/** A Grafana that holds these near misses without their markers. */
async function show(...ids: readonly string[]) {
  let at = Date.now();
  // Each request takes its time, so that a PATCH is later than what it changes.
  const port = memoryAnnotations({ user: { login: 'admin' }, now: () => (at += 5) });
  for (const id of ids) {
    await port.post(encodeRecord(aRecord({ id }), { kind: 'organization' }, linkTo(id)));
  }
  const send = notingSend(annotationsSend(port, ANSWERS));
  return { port, send, ...renderOver(() => useSelfTest(), { send }) };
}

const missing = {
  nearMiss: aNearMiss({ id: 'near-miss-01' }),
  ...{ dashboardTitle: '', panelTitle: '', mine: true },
};

it('runs every check and leaves nothing behind', async () => {
  const { result, port } = await show('near-miss-01');
  const before = port.stored();
  const results: SelfTestResult[] = [];
  const onResult = (one: SelfTestResult) => results.push(one);
  await result.current.run({ signal: new AbortController().signal, onResult });
  expect(results.map(({ check }) => check)).toEqual([
    ...['rights', 'roundTrip', 'oldTimes', 'textLimit', 'tagLimit', 'stored', 'cleanUp', 'twins'],
    ...['orphanMarkers', 'foreignMarkers', 'missingMarkers', 'orphanParts', 'sources', 'moments', 'tidy'],
  ]);
  expect(results.find(({ check }) => check === 'roundTrip')).toMatchObject({ state: 'ok' });
  expect(port.stored()).toEqual(before);
});

it('inspects without writing', async () => {
  const { result, send } = await show('near-miss-01');
  const results = await result.current.inspect(true);
  expect(results).toHaveLength(9);
  expect(results.map(({ check }) => check)).toContain('missingMarkers');
  expect(new Set(send.asked.map(({ method }) => method))).toEqual(new Set(['GET']));
});

it('takes a marker without a record for an orphan only if nothing is hidden from the reader', async () => {
  const { result, port } = await show('near-miss-01');
  await result.current.repair({ does: 'make-markers', markers: [missing] });
  await port.remove(1);
  const orphans = async (readsAll: boolean) =>
    (await result.current.inspect(readsAll)).find(({ check }) => check === 'orphanMarkers');
  expect(await orphans(true)).toMatchObject({ state: 'warn', facts: { orphans: 1 } });
  expect(await orphans(false)).toMatchObject({ state: 'unknown', facts: { orphans: 1 } });
});

it('repairs, under the address of this Grafana', async () => {
  const { result, port } = await show('near-miss-01');
  expect(await result.current.repair({ does: 'make-markers', markers: [missing] })).toEqual({
    ...{ does: 'make-markers', done: 1, failed: 0, failure: null },
  });
  expect(port.stored()[1]).toMatchObject({
    dashboardUID: 'checkout',
    text: expect.stringContaining(linkTo('near-miss-01')),
  });
});

it('is the same as long as the Grafana is', async () => {
  const { result, exchange } = await show();
  const before = result.current;
  exchange();
  expect(result.current).toBe(before);
  const other = await show('near-miss-02');
  exchange({ send: other.send });
  expect(result.current).not.toBe(before);
  await result.current.inspect(true);
  expect(other.send.asked.length).toBeGreaterThan(0);
});
