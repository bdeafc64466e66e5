import fc from 'fast-check';
import type { NewAnnotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { ownMarkers } from '../../domain/fold/ownMarkers';
import { typedText } from '../../testing/builders/arbitraries';
import { aNearMiss, aRecord, A_SOURCE } from '../../testing/builders/builders';
import { changeIn, recordIn } from '../../testing/hosts/writeTo';
import { aDashboard, selfTestHost } from '../../testing/stages/selfTestHost';
import { inspect } from '../selfTest/runSelfTest';
import { repair } from '../selfTest/repair';

const { id } = aRecord();
const { text = '' } = encodeMarker(aNearMiss(), `/a/near-miss/nm/${id}`) ?? {};

/** Whatever somebody who may annotate may tag as the near miss's marker, but for what is one. */
const foreign: fc.Arbitrary<NewAnnotation> = fc
  .record({
    dashboardUid: fc.constantFrom(A_SOURCE.dashboardUid, 'payments', ''),
    panelId: fc.constantFrom(A_SOURCE.panelId, 5, 0),
    text: fc.oneof(
      typedText,
      fc.constantFrom(text, `Deployed. ${text}`, 'Near miss: cart', '<!--near-miss {"what":"', '<!--near-miss {}-->')
    ),
    tags: fc.subarray(['near-miss-marker', `nm:${id}`, 'nm:other-1-abcd', 'deploy'], { minLength: 2 }),
    time: fc.constant(1),
    timeEnd: fc.constant(2),
  })
  .filter((annotation) => {
    const decoded = decode({ id: 900, dashboardUID: annotation.dashboardUid, ...annotation });
    return decoded.what === 'marker' && ownMarkers(aRecord(), [decoded.annotation]).length === 0;
  });

/** What is written when a marker is lost, made again by the self-test, and the near miss closed and deleted. */
async function writtenBeside(strangers: readonly NewAnnotation[]) {
  const host = selfTestHost({ 'GET /api/dashboards/uid/checkout': aDashboard(A_SOURCE.panelId) });
  const { annotations, store, context } = host;
  await recordIn(store, aRecord(), { kind: 'organization' });
  await annotations.remove(2);
  const mallory = annotations.as({ login: 'mallory' });
  for (const stranger of strangers) {
    await mallory.post(stranger);
  }
  const ofOthers = () => annotations.stored().filter((raw) => Object(raw).login === 'mallory');
  const ours = () =>
    annotations
      .stored()
      .filter((raw) => Object(raw).login !== 'mallory')
      .map((raw) => [Object(raw).text, Object(raw).tags, Object(raw).dashboardUID, Object(raw).panelId]);
  const before = ofOthers();
  const missing = (await inspect(context, { readsAll: true })).find(({ check }) => check === 'missingMarkers');
  const made = missing?.repair ? await repair(context, missing.repair) : null;
  const steps: unknown[] = [made, ours()];
  const read = await store.read(id);
  if (read.ok) {
    await changeIn(store, read.value.nearMiss, { status: 'closed', outcome: 'An alert.' });
  }
  steps.push(ours().map(([what]) => String(what).split('<!--')[0]));
  const told = (await inspect(context, { readsAll: true })).find(({ check }) => check === 'foreignMarkers');
  if (read.ok) {
    await store.remove(read.value.nearMiss);
  }
  steps.push(ours());
  return { steps, told, count: before.length, untouched: JSON.stringify(ofOthers()) === JSON.stringify(before) };
}

it('changes nothing of what repairs, status changes and deletion write, and is left as it is', async () => {
  const alone = await writtenBeside([]);
  expect(alone.steps[0]).toMatchObject({ done: 1, failed: 0 });
  await fc.assert(
    fc.asyncProperty(fc.array(foreign, { minLength: 1, maxLength: 4 }), async (strangers) => {
      const beside = await writtenBeside(strangers);
      expect(beside.steps).toEqual(alone.steps);
      expect(beside.untouched).toBe(true);
      const foreignFacts = beside.told?.check === 'foreignMarkers' ? beside.told.facts.foreign : [];
      expect(foreignFacts).toHaveLength(beside.count);
    }),
    { numRuns: 60 }
  );
});
