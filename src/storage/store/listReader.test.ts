import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { changeOf } from '../../domain/fold/changeOf';
import { aRecord } from '../../testing/builders/builders';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { DOWN } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { listReader } from './listReader';
import type { NearMissList } from './nearMissStore';

const PLACE = { kind: 'organization' } as const;
const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 1, 12);
const idOf = (at: number) => `near-miss-${100 + at}`;

/** A Grafana with so many near misses, each a minute older than the one before, and a clock that a test sets. */
async function aGrafana(count: number) {
  const time = { now: NOON };
  const annotations = memoryAnnotations({ now: () => time.now });
  const recordAt = (at: number) => {
    const end = NOON - at * MINUTE;
    return aRecord({ id: idOf(at), actedAt: end, stretch: { from: end - MINUTE, to: end } });
  };
  const add = (at: number) => annotations.post(encodeRecord(recordAt(at), PLACE, 'link'));
  for (let at = count - 1; at >= 0; at--) {
    await add(at);
  }
  const list = listReader({ port: annotations, clock: { now: () => time.now, sleep: async () => {} } }, new Set());
  const read = async (known?: NearMissList) => valueIn(await list({ known }));
  const retitle = async (known: NearMissList, at: number, title: string) => {
    const nearMiss = known.nearMisses.find(({ id }) => id === idOf(at));
    if (!nearMiss) {
      throw new Error(`no ${idOf(at)}`);
    }
    await annotations.post(encodeChange(changeOf(nearMiss, { title }, `change-${at}`), nearMiss, 'link'));
  };
  const requests = async (work: () => Promise<unknown>) => {
    const before = annotations.calls().length;
    await work();
    return annotations.calls().slice(before);
  };
  return { annotations, time, add, list, read, retitle, requests };
}

const titleOf = ({ nearMisses }: NearMissList, at: number) => nearMisses.find(({ id }) => id === idOf(at))?.title;

it('reads the newest page alone while nothing changed, and gives the very list again', async () => {
  const { read, requests } = await aGrafana(130);
  const known = await read();
  expect(known).toMatchObject({ complete: true, nearMisses: { length: 130 } });
  expect(await requests(async () => expect(await read(known)).toBe(known))).toEqual(['find']);
});

it('asks for the newest page no second time where it is another', async () => {
  const { read, add, requests } = await aGrafana(5);
  const known = await read();
  await add(-1);
  expect(await requests(() => read(known))).toEqual(['find']);
});

it('sees a new near miss, a change and a deletion among the newest hundred at once', async () => {
  const { read, add, retitle, annotations } = await aGrafana(130);
  const known = await read();
  await add(-1);
  const added = await read(known);
  expect(added.nearMisses).toHaveLength(131);
  await retitle(added, 50, 'Another title');
  const changed = await read(added);
  expect(titleOf(changed, 50)).toBe('Another title');
  await annotations.remove(changed.nearMisses[3]?.annotationId ?? 0);
  expect((await read(changed)).nearMisses).toHaveLength(130);
});

it('sees a change of an older one as soon as five minutes have passed since all was read', async () => {
  const { read, retitle, time } = await aGrafana(130);
  const known = await read();
  await retitle(known, 120, 'Told late');
  for (const minute of [1, 2, 3, 4]) {
    time.now = NOON + minute * MINUTE;
    expect(titleOf(await read(known), 120)).not.toBe('Told late');
  }
  time.now = NOON + 5 * MINUTE;
  const later = await read(known);
  expect(titleOf(later, 120)).toBe('Told late');
  await retitle(later, 121, 'Told later');
  time.now = NOON + 9 * MINUTE;
  expect(titleOf(await read(later), 121)).not.toBe('Told later');
  time.now = NOON + 10 * MINUTE;
  expect(titleOf(await read(later), 121)).toBe('Told later');
});

it('reads all where the list comes from elsewhere', async () => {
  const [one, other] = [await aGrafana(3), await aGrafana(4)];
  expect((await other.read(await one.read())).nearMisses).toHaveLength(4);
});

it('says why where the newest page cannot be read', async () => {
  const { read, list, annotations } = await aGrafana(3);
  const known = await read();
  annotations.failNext('find', { failure: DOWN });
  expect(await list({ known })).toEqual({ ok: false, failure: DOWN });
});
