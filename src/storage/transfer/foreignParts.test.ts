import fc from 'fast-check';
import type { NewAnnotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { exportFile } from '../../domain/transfer/exportFile';
import type { Place } from '../../domain/record/place';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { memoryAnnotations, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { valueIn } from '../../testing/grafana/valueIn';
import { exported, importInto } from '../../testing/stages/grafanaStages';
import { createNearMissStore } from '../store/createNearMissStore';
import { moveNearMisses } from './moveNearMisses';
import { readEverything } from './readEverything';

const ORGANIZATION: Place = { kind: 'organization' };
const JOURNAL: Place = { kind: 'journal', dashboardUid: 'journal' };
const HERS: Place = { kind: 'journal', dashboardUid: 'hers' };
const ID = 'queue-1-abcd';
const clock = { now: () => 0, sleep: async () => {} };
const link = (id: string) => `/nm/${id}`;

const ids = fc.constantFrom('change-1-abc', 'entry-1-abcd', 'entry-2-abcd', 'hers-1-abcd');
const hers = aNearMiss({ place: HERS });
const change = fc
  .record({
    id: ids,
    version: fc.constantFrom(1, 2),
    set: fc.constantFrom({ status: 'withdrawn' as const }, { title: 'Hers' }),
  })
  .map((over) => encodeChange(aChange({ ...over, base: { status: ['change-1-abc'] } }), hers, ''));
const entry = fc
  .record({ id: ids, text: fc.constantFrom('Hers.', anEntry().text), replaces: fc.oneof(fc.constant(''), ids) })
  .map((over) => encodeEntry(anEntry(over), hers, ''));
const record = fc
  .record({ title: fc.constantFrom('Hers', aRecord().title), version: fc.constantFrom(1, 2) })
  .map((over) => encodeRecord(aRecord(over), HERS, ''));
/** Ours by its tags, with half a payload, none, or one of another near miss. */
const broken = fc
  .tuple(
    fc.oneof(change, entry, record),
    fc.constantFrom(-3, -40, -4000),
    fc.constantFrom('near-miss', 'near-miss-change', 'near-miss-marker')
  )
  .map(([{ text, ...rest }, end, tag]) => ({ ...rest, text: text.slice(0, end) || 'x', tags: [tag, `nm:${ID}`] }));
const added = fc.array(fc.oneof(change, entry, broken), { maxLength: 5 });
const withRecords = fc.array(fc.oneof(change, entry, broken, record), { maxLength: 5 });

/** A near miss with a change and an answer that was edited; then what mallory posted on a dashboard that only she may edit. */
async function aGrafana(foreign: readonly NewAnnotation[]) {
  let now = 1_790_000_000_000;
  const server = memoryAnnotations({ user: { login: 'anna' }, now: () => (now += 1000) });
  const of = aNearMiss();
  const mallory = server.as({ login: 'mallory' });
  for (const annotation of [
    encodeRecord(aRecord(), ORGANIZATION, ''),
    encodeChange(aChange(), of, ''),
    encodeEntry(anEntry(), of, ''),
    encodeEntry(anEntry({ id: 'entry-2-abcd', text: 'Edited.', replaces: 'entry-1-abcd' }), of, ''),
  ]) {
    valueIn(await server.post(annotation));
  }
  for (const annotation of foreign) {
    valueIn(await mallory.post(annotation));
  }
  return server.as({ login: 'anna', edits: (uid) => uid !== 'hers' });
}

const storeOver = (port: MemoryAnnotations) => createNearMissStore(port, { link, ...clock, me: () => 'anna' });

/** What is in the places of others than mallory, but for numbers and moments. */
const kept = (port: MemoryAnnotations) =>
  port
    .stored()
    .map((raw) => Object(raw) as Record<string, unknown>)
    .filter(({ dashboardUID }) => dashboardUID !== 'hers')
    .map(({ dashboardUID, text, tags, login }) => ({
      ...{ dashboardUID, tags, login },
      text: String(text).replace(/"at":\d+/g, '"at":0'),
    }));

async function shownIn(port: MemoryAnnotations) {
  const { nearMiss, entries } = valueIn(await storeOver(port).read(ID));
  const listed = valueIn(await storeOver(port).list()).nearMisses;
  const whole = valueIn(await readEverything(port)).whole;
  return { nearMiss, entries, listed, exported: exportFile(whole, { grafana: '', organization: 1 }, 1) };
}

/** Who has copied the record's very words is told by nothing but a number. */
const withoutTwins = (shown: Awaited<ReturnType<typeof shownIn>>) =>
  JSON.parse(JSON.stringify(shown, (key, value: unknown) => (key === 'twins' ? [] : value))) as unknown;

it('shows, lists and exports a near miss as it does without what others put its id on', async () => {
  const alone = withoutTwins(await shownIn(await aGrafana([])));
  await fc.assert(
    fc.asyncProperty(withRecords, async (foreign) => {
      expect(withoutTwins(await shownIn(await aGrafana(foreign)))).toEqual(alone);
    }),
    { numRuns: 60 }
  );
});

it('tells all that can be read of them', async () => {
  await fc.assert(
    fc.asyncProperty(withRecords, async (foreign) => {
      const { stored } = valueIn(await storeOver(await aGrafana(foreign)).read(ID));
      const readable = foreign.filter(({ text }, index) =>
        ['record', 'change', 'entry'].includes(decode({ id: index + 1, text, tags: [] }).what)
      );
      expect(stored.foreign.length + stored.spare.length).toBe(readable.length);
    }),
    { numRuns: 60 }
  );
});

it('deletes a near miss for good, and leaves what is not part of it as it is', async () => {
  await fc.assert(
    fc.asyncProperty(withRecords, async (foreign) => {
      const port = await aGrafana(foreign);
      const hersBefore = port.stored().slice(4);
      const { nearMiss } = valueIn(await storeOver(port).read(ID));
      expect(valueIn(await storeOver(port).remove(nearMiss)).left).toBeLessThanOrEqual(foreign.length);
      expect(port.stored()).toEqual(hersBefore);
    }),
    { numRuns: 60 }
  );
});

it('moves the same, or names the other record that would take its place and moves nothing', async () => {
  const move = (port: MemoryAnnotations) =>
    moveNearMisses({ port, link, clock }, { from: ORGANIZATION, to: JOURNAL, team: '' });
  const untouched = kept(await aGrafana([]));
  const alone = await aGrafana([]);
  await move(alone);
  await fc.assert(
    fc.asyncProperty(withRecords, async (foreign) => {
      const port = await aGrafana(foreign);
      const { notMoved, stopped } = await move(port);
      expect(stopped).toBeNull();
      expect(notMoved.every(({ why }) => why === 'rival')).toBe(true);
      expect(kept(port)).toEqual(notMoved.length > 0 ? untouched : kept(alone));
    }),
    { numRuns: 60 }
  );
});

it('imports the same into another Grafana, whatever was put there before with the ids of the file', async () => {
  const file = await exported(await aGrafana([]));
  const target = async (foreign: readonly NewAnnotation[]) => {
    const server = memoryAnnotations({ user: { login: 'admin' }, now: () => 1_790_000_000_000 });
    for (const annotation of foreign) {
      valueIn(await server.as({ login: 'mallory' }).post(annotation));
    }
    await importInto(server, file);
    return server;
  };
  const alone = kept(await target([]));
  await fc.assert(
    fc.asyncProperty(added, async (foreign) => {
      expect(kept(await target(foreign))).toEqual(alone);
    }),
    { numRuns: 60 }
  );
});

it('imports under a new id, once, a near miss whose id somebody else took before', async () => {
  const file = await exported(await aGrafana([]));
  await fc.assert(
    fc.asyncProperty(withRecords, async (foreign) => {
      const server = memoryAnnotations({ user: { login: 'admin' } });
      const squatted = encodeRecord(aRecord({ title: 'Taken' }), HERS, '');
      for (const annotation of [squatted, ...foreign]) {
        valueIn(await server.as({ login: 'mallory' }).post(annotation));
      }
      expect(await importInto(server, file)).toMatchObject({ written: 4, refused: [], stopped: null });
      const { whole } = valueIn(await readEverything(server));
      const ours = whole.filter(({ nearMiss }) => nearMiss.formerId === ID);
      expect(ours).toHaveLength(1);
      expect(ours[0]).toMatchObject({
        nearMiss: { status: 'discussed' },
        changes: { length: 1 },
        entries: { length: 2 },
      });
      expect(await importInto(server, file)).toMatchObject({ written: 0, stopped: null });
    }),
    { numRuns: 40 }
  );
});
