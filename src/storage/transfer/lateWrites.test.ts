import fc from 'fast-check';
import { readAnnotation } from '../../domain/codec/annotation';
import { anEntry, aRecord } from '../../testing/builders/builders';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { valueIn } from '../../testing/grafana/valueIn';
import { changeIn, recordIn, shareIn } from '../../testing/hosts/writeTo';
import { exportFile } from '../../domain/transfer/exportFile';
import { planImport } from '../../domain/transfer/planImport';
import { readExportFile } from '../../domain/transfer/readExportFile';
import { atAnyAge } from '../annotations/atAnyAge';
import { importNearMisses } from './importNearMisses';
import { moveNearMisses } from './moveNearMisses';
import { readEverything } from './readEverything';
import { createNearMissStore } from '../store/createNearMissStore';
import type { NearMissList } from '../store/nearMissStore';

const DAY = 24 * 3_600_000;
const NOON = Date.UTC(2026, 10, 1, 12);
const ORGANIZATION = { kind: 'organization' } as const;
const JOURNAL = { kind: 'journal', dashboardUid: 'journal' } as const;

/** A Grafana on the app platform, whose clock a test sets. */
function aGrafana(mode: 'legacy' | 'app-platform' = 'app-platform') {
  const time = { now: NOON };
  const now = () => (time.now += 1);
  const annotations = memoryAnnotations({ user: { login: 'anna' }, mode, now });
  const port = atAnyAge(annotations, now);
  const link = (id: string) => `/nm/${id}`;
  const clock = { now, sleep: async () => {} };
  const store = createNearMissStore(port, { link, ...clock, me: () => 'anna' });
  return { annotations, port, store, time, context: { port, link, clock } };
}

const recordAt = (at: number, id = 'old-1-abcdef') =>
  aRecord({ id, actedAt: at, noticedAt: null, stretch: { from: at - 3_600_000, to: at } });

it('records, changes, answers and edits what happened a hundred days ago', async () => {
  const { store } = aGrafana();
  const at = NOON - 100 * DAY;
  const { marker } = valueIn(await recordIn(store, recordAt(at), ORGANIZATION));
  expect(marker).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  const { nearMiss } = valueIn(await store.read('old-1-abcdef'));
  expect(nearMiss).toMatchObject({ actedAt: at, stretch: { to: at } });
  valueIn(await changeIn(store, nearMiss, { title: 'Told late' }));
  const entry = anEntry({ nearMiss: nearMiss.id });
  valueIn(await shareIn(store, entry));
  valueIn(await shareIn(store, { ...entry, id: 'edit-1-abcde', text: 'Other words.', replaces: entry.id }));
  const late = valueIn(await store.read(nearMiss.id));
  expect(late.nearMiss).toMatchObject({ title: 'Told late', actedAt: at, author: { sealed: null } });
  expect(late.entries).toMatchObject([{ text: 'Other words.', edited: true }]);
});

it('writes each thing once when its answer is lost, also at now', async () => {
  const { annotations, store } = aGrafana();
  const lost = { failure: { kind: 'timeout', status: 504, detail: '' }, done: true } as const;
  annotations.failNext('post', { failure: { kind: 'refused', status: 400, detail: 'too old' } });
  annotations.failNext('post', lost);
  valueIn(await recordIn(store, { ...recordAt(NOON - 100 * DAY), source: null }, ORGANIZATION));
  expect(annotations.stored()).toHaveLength(1);
});

it('adds nothing before its record, also where Grafana would take it at the true times again', async () => {
  const { annotations, store } = aGrafana('legacy');
  annotations.failNext('post', { failure: { kind: 'refused', status: 400, detail: 'too old' } });
  valueIn(await recordIn(store, { ...recordAt(NOON - 100 * DAY), source: null }, ORGANIZATION));
  const { nearMiss } = valueIn(await store.read('old-1-abcdef'));
  valueIn(await changeIn(store, nearMiss, { title: 'Told late' }));
  valueIn(await shareIn(store, anEntry({ nearMiss: nearMiss.id })));
  const [record = 0, ...additions] = annotations.stored().map((raw) => readAnnotation(raw)?.time ?? 0);
  expect(record).toBeGreaterThan(NOON);
  expect(additions).toHaveLength(2);
  additions.forEach((time) => expect(time).toBeGreaterThanOrEqual(record));
});

describe('the list', () => {
  /** So many near misses, an hour apart, that were young when they were recorded and are old by now. */
  async function aList(count: number) {
    const grafana = aGrafana();
    for (let at = 0; at < count; at++) {
      const record = { ...recordAt(NOON - at * 3_600_000, `old-${1000 + at}-abcd`), source: null };
      valueIn(await recordIn(grafana.store, record, ORGANIZATION));
    }
    grafana.time.now += 95 * DAY;
    return grafana;
  }

  const titleIn = ({ nearMisses }: NearMissList, id: string) => nearMisses.find((one) => one.id === id)?.title;

  it('shows a change at now at once, however far back its record lies', async () => {
    const { store } = await aList(130);
    const known = valueIn(await store.list());
    const oldest = known.nearMisses[129];
    expect(oldest && (await changeIn(store, oldest, { title: 'Changed late' })).ok).toBe(true);
    expect(titleIn(valueIn(await store.list({ known })), oldest?.id ?? '')).toBe('Changed late');
  });

  it('never shows a record without its changes, in whichever part of it', async () => {
    const { store } = await aList(130);
    const before = valueIn(await store.list());
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat({ max: 129 }), { maxLength: 12 }), async (changed) => {
        for (const at of changed) {
          const nearMiss = before.nearMisses[at];
          expect(nearMiss && (await changeIn(store, nearMiss, { title: `Changed ${at}` })).ok).toBe(true);
        }
        const parts: NearMissList[] = [];
        const whole = valueIn(await store.list({ onProgress: (part) => parts.push(part) }));
        for (const { nearMisses, unreadable } of [...parts, whole]) {
          expect(unreadable).toEqual([]);
          for (const one of nearMisses) {
            expect(one.title).toBe(titleIn(whole, one.id));
          }
        }
        changed.forEach((at) => expect(whole.nearMisses[at]?.title).toBe(`Changed ${at}`));
      }),
      { numRuns: 5 }
    );
  });
});

describe('what happened long ago', () => {
  async function aStory() {
    const grafana = aGrafana();
    const { store } = grafana;
    valueIn(await recordIn(store, { ...recordAt(NOON), source: null }, ORGANIZATION));
    valueIn(await changeIn(store, valueIn(await store.read('old-1-abcdef')).nearMiss, { title: 'Changed' }));
    valueIn(await shareIn(store, anEntry({ nearMiss: 'old-1-abcdef' })));
    grafana.time.now += 120 * DAY;
    return grafana;
  }
  const SAME = { title: 'Changed', actedAt: NOON, stretch: { to: NOON }, author: { writtenBy: { login: 'anna' } } };

  it('is moved whole', async () => {
    const { store, context } = await aStory();
    const moved = await moveNearMisses(context, { from: ORGANIZATION, to: JOURNAL, team: '' });
    expect(moved).toMatchObject({ moved: 1, notMoved: [], stopped: null });
    const { nearMiss, entries } = valueIn(await store.read('old-1-abcdef'));
    expect(nearMiss).toMatchObject({ ...SAME, place: JOURNAL });
    expect(entries).toHaveLength(1);
  });

  it('is imported whole, and once', async () => {
    const { port } = await aStory();
    const { whole } = valueIn(await readEverything(port));
    const file = readExportFile(exportFile(whole, { grafana: '', organization: 1 }, NOON));
    const other = aGrafana();
    other.time.now += 120 * DAY;
    const planned = async () => {
      const here = valueIn(await readEverything(other.port));
      return file.ok ? planImport(file.file, here, { link: (id) => `/nm/${id}`, place: ORGANIZATION }) : null;
    };
    const plan = await planned();
    expect(plan && (await importNearMisses(other.context, plan, { place: ORGANIZATION }))).toMatchObject({
      written: 3,
    });
    expect(valueIn(await other.store.read('old-1-abcdef')).nearMiss).toMatchObject(SAME);
    expect((await planned())?.counts).toMatchObject({
      nearMisses: { same: 1, new: 0 },
      additions: { same: 2, new: 0 },
    });
  });
});
