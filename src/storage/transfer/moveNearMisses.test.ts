import fc from 'fast-check';
import { decode } from '../../domain/codec/decode';
import { encodeChange } from '../../domain/codec/encodeChange';
import { contentOf } from '../../domain/fold/isAsGoodAs';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { fold } from '../../domain/fold/fold';
import { gather } from '../../domain/fold/gather';
import { foldEntries } from '../../domain/fold/foldEntries';
import type { NewAnnotation } from '../../domain/codec/annotation';
import { textBytes } from '../../domain/codec/payload';
import { isKeptIn, type Place } from '../../domain/record/place';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import type { AnnotationPort } from '../annotations/annotationPort';
import { memoryAnnotations, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { type MoveOptions, moveNearMisses } from './moveNearMisses';
import { readEverything } from './readEverything';
import { decodedOf } from '../../domain/codec/decoded';
import type { Authorship } from '../../domain/fold/authorship';
import { nearMissesKeptIn } from '../../domain/transfer/nextMoveStep';
import { failed, failureOf } from '../../grafana/outcome';

const ORGANIZATION: Place = { kind: 'organization' };
const JOURNAL: Place = { kind: 'journal', dashboardUid: 'journal' };
const OUT = { from: JOURNAL, to: ORGANIZATION };
const IN = { from: ORGANIZATION, to: JOURNAL };
const ID = 'queue-1-abcd';
const link = (id: string) => `/a/app/nm/${id}`;
const other = aRecord({ id: 'other-1-abcd', title: 'Another', team: 'search' });

const contextOf = (port: AnnotationPort) => ({ port, link, clock: { now: () => 0, sleep: async () => {} } });

function emptyGrafana(): MemoryAnnotations {
  let now = 1_790_000_000_000;
  return memoryAnnotations({ user: { login: 'admin' }, now: () => ++now });
}

const decoded = (port: MemoryAnnotations) => port.stored().map(decode);
const partsOf = (port: MemoryAnnotations) => {
  const all = decoded(port);
  return [...decodedOf(all, 'record'), ...decodedOf(all, 'change'), ...decodedOf(all, 'entry')];
};
const inPlace = (port: MemoryAnnotations, place: Place) => partsOf(port).filter(isKeptIn(place));

async function post(
  port: MemoryAnnotations,
  login: string,
  annotation: NewAnnotation,
  changedBy = ''
): Promise<number> {
  const posted = await port.as({ login }).post(annotation);
  if (!posted.ok) {
    throw new Error(posted.failure.detail);
  }
  if (changedBy) {
    await port.as({ login: changedBy }).patch(posted.value, { text: annotation.text });
  }
  return posted.value;
}

/** One near miss with two changes that contradict each other, an answer, its edit, and one that was changed outside. */
async function aGrafana(place: Place = ORGANIZATION): Promise<MemoryAnnotations> {
  const port = emptyGrafana();
  const of = aNearMiss({ place });
  await post(port, 'anna', encodeRecord(aRecord({ evidence: null, projection: null }), place, link(ID)));
  await post(port, 'ben', encodeChange(aChange({ set: { status: 'discussed', title: 'Queue' } }), of, ''));
  await post(port, 'anna', encodeChange(aChange({ id: 'change-2-abc', set: { title: 'Orders' } }), of, ''));
  await post(port, 'anna', encodeEntry(anEntry(), of, ''));
  await post(port, 'anna', encodeEntry(anEntry({ id: 'entry-2', text: 'Edited.', replaces: 'entry-1-abcd' }), of, ''));
  await post(port, 'ben', encodeEntry(anEntry({ id: 'entry-3', text: 'Unsealed.' }), of, ''), 'mallory');
  return port;
}

const move = (port: AnnotationPort, options: Omit<MoveOptions, 'team'>) =>
  moveNearMisses(contextOf(port), { team: '', ...options });

const writer = ({ login, at, sealed, writtenBy }: Authorship) => ({
  login: writtenBy?.login ?? login,
  at: writtenBy?.at ?? at,
  sealed,
});

/** What people see, but for the place and who copied it. */
function shown(port: MemoryAnnotations) {
  const all = decoded(port);
  return {
    nearMisses: fold(decodedOf(all, 'record'), decodedOf(all, 'change')).map(
      ({
        annotationId: _,
        place: _place,
        twins: _twins,
        author,
        history,
        conflicts,
        writtenBy: _first,
        ...fields
      }) => ({
        ...fields,
        author: writer(author),
        history: history.map((item) => ({ ...item, author: writer(item.author) })),
        conflicts: conflicts.map(({ field, values }) => ({ field, values: values.map(({ value }) => value) })),
      })
    ),
    entries: gather(partsOf(port))
      .flatMap(({ entries }) => foldEntries(entries))
      .map(({ annotationId: _, author, writtenBy: _first, ...entry }) => ({
        ...entry,
        author: writer(author),
      })),
  };
}

describe('moving near misses', () => {
  it.each([
    ['into a journal', IN],
    ['out of a journal', OUT],
  ])('%s keeps what people see, and leaves nothing behind', async (_, both) => {
    const port = await aGrafana(both.from);
    const before = shown(port);
    expect(before).toMatchObject({
      nearMisses: [{ status: 'discussed', conflicts: [{ field: 'title', values: ['Queue', 'Orders'] }] }],
      entries: [
        { text: 'Edited.', edited: true, author: { login: 'anna', sealed: true } },
        { text: 'Unsealed.', author: { login: 'ben', sealed: false } },
      ],
    });
    expect(await move(port, both)).toEqual({ moved: 1, notMoved: [], stopped: null });
    expect(shown(port)).toEqual(before);
    expect(inPlace(port, both.from)).toEqual([]);
    expect(inPlace(port, both.to)).toHaveLength(6);
  });

  it('says who copied what, and keeps the first writer when it is moved again', async () => {
    const port = await aGrafana();
    await move(port.as({ login: 'zoe' }), IN);
    await move(port, OUT);
    const [nearMiss] = fold(decodedOf(decoded(port), 'record'), decodedOf(decoded(port), 'change'));
    expect(nearMiss?.author).toMatchObject({ login: 'admin', sealed: true, writtenBy: { login: 'anna' } });
    expect(foldEntries(decodedOf(decoded(port), 'entry')).map(({ author }) => author)).toEqual([
      expect.objectContaining({ login: 'admin', sealed: true, writtenBy: expect.objectContaining({ login: 'anna' }) }),
      expect.objectContaining({ login: 'admin', sealed: false, writtenBy: expect.objectContaining({ login: 'ben' }) }),
    ]);
  });

  it('deletes the record first, once everything has a copy, and brings along what somebody adds meanwhile', async () => {
    const port = await aGrafana();
    const [record] = inPlace(port, ORGANIZATION);
    let added = false;
    const meanwhile: AnnotationPort = {
      ...port,
      remove: async (id) => {
        if (!added) {
          added = true;
          await post(port, 'ben', encodeEntry(anEntry({ id: 'added', text: 'Added.' }), aNearMiss(), ''));
        }
        if (id === record?.annotation.id) {
          expect(inPlace(port, ORGANIZATION)).toHaveLength(7);
          expect(inPlace(port, JOURNAL)).toHaveLength(6);
        }
        return port.remove(id);
      },
    };
    expect(await move(meanwhile, IN)).toEqual({ moved: 1, notMoved: [], stopped: null });
    expect(inPlace(port, JOURNAL)).toHaveLength(7);
  });

  it('leaves markers, drafts and near misses of other places as they are', async () => {
    const port = await aGrafana();
    const elsewhere = { kind: 'journal', dashboardUid: 'elsewhere' } as const;
    await post(port, 'anna', encodeRecord(other, elsewhere, ''));
    const times = { time: 1, timeEnd: 2, text: 'x' };
    await post(port, 'anna', { ...times, dashboardUid: 'shop', tags: ['near-miss-marker', `nm:${ID}`] });
    await post(port, 'anna', { ...times, tags: ['near-miss'] });
    const before = port.stored().slice(-3);
    await move(port, IN);
    expect(port.stored().slice(0, 3)).toEqual(before);
  });

  it('moves those of one team, and what was added to one that was moved before where that is asked for', async () => {
    const port = await aGrafana();
    await post(port, 'anna', encodeRecord(other, ORGANIZATION, ''));
    await move(port, IN);
    await post(port, 'ben', encodeEntry(anEntry({ id: 'late', text: 'Typed on an old page.' }), aNearMiss(), ''));
    const read = await readEverything(port);
    const all = read.ok ? read.value.whole : [];
    expect(nearMissesKeptIn(all, ORGANIZATION, 'search')).toEqual({ whole: [], leftovers: [], addedTo: [] });
    expect(nearMissesKeptIn(all, ORGANIZATION, ' Payments ')).toMatchObject({
      whole: [],
      leftovers: [],
      addedTo: [{ nearMiss: { id: ID } }],
    });
    expect(nearMissesKeptIn(all, JOURNAL, 'search').whole).toHaveLength(1);
    expect(await move(port, IN)).toMatchObject({ moved: 0, stopped: null });
    expect(shown(port).entries.map(({ text }) => text)).not.toContain('Typed on an old page.');
    expect(await move(port, { ...IN, added: true })).toMatchObject({ moved: 1, stopped: null });
    expect(shown(port).entries.map(({ text }) => text)).toContain('Typed on an old page.');
    expect(inPlace(port, ORGANIZATION)).toEqual([]);
    expect(inPlace(port, JOURNAL)).toHaveLength(8);
  });

  it('copies a record that was posted twice once', async () => {
    const port = emptyGrafana();
    await post(port, 'anna', encodeRecord(aRecord(), ORGANIZATION, ''));
    await post(port, 'anna', encodeRecord(aRecord(), ORGANIZATION, ''));
    expect(await move(port, IN)).toMatchObject({ moved: 1 });
    expect(partsOf(port)).toHaveLength(1);
  });

  it('does not let a second record with other words take the place of the one that counts', async () => {
    const port = emptyGrafana();
    await post(port, 'anna', encodeRecord(aRecord({ title: 'First' }), ORGANIZATION, ''));
    await post(port, 'anna', encodeRecord(aRecord({ title: 'Second' }), ORGANIZATION, ''));
    expect(await move(port, IN)).toMatchObject({ moved: 0, notMoved: [{ why: 'rival', rival: { id: 2 } }] });
    expect(shown(port).nearMisses).toEqual([expect.objectContaining({ title: 'First' })]);
    expect(inPlace(port, JOURNAL)).toEqual([]);
  });
});

describe('a near miss that cannot be moved', () => {
  const withAnother = async () => {
    const port = await aGrafana();
    await post(port, 'anna', encodeRecord(other, ORGANIZATION, ''));
    return port;
  };
  const NAMED = { id: ID, title: 'Orders' };

  it.each([
    [
      'unreadable',
      async (port: MemoryAnnotations) => {
        const { text, ...broken } = encodeEntry(anEntry({ id: 'broken' }), aNearMiss(), '');
        await post(port, 'anna', { ...broken, text: text.slice(0, -8) });
      },
    ],
    [
      'newer-version',
      async (port: MemoryAnnotations) => {
        await post(port, 'anna', encodeEntry(anEntry({ id: 'newer', version: 2 }), aNearMiss(), ''));
      },
    ],
    [
      'too-large',
      async (port: MemoryAnnotations) => {
        // It fits just so, and holds what an encoding anew would drop.
        const large = (length: number) =>
          encodeEntry(anEntry({ id: 'large', text: 'x'.repeat(length) }), aNearMiss(), '');
        const { text, ...entry } = large(59_950 - textBytes(large(0).text));
        await post(port, 'anna', { ...entry, text: text.replace('{"what"', '{"later":"rain","what"') });
      },
    ],
    [
      'differs',
      async (port: MemoryAnnotations) => {
        await post(port, 'ben', encodeEntry(anEntry({ text: 'Other words.' }), aNearMiss({ place: JOURNAL }), ''));
      },
    ],
  ])('because it is %s stays as it was, is named, and others go on', async (why, spoil) => {
    const port = await withAnother();
    await spoil(port);
    const before = port.stored();
    expect(await move(port, IN)).toEqual({ moved: 1, notMoved: [{ ...NAMED, why, rival: null }], stopped: null });
    const ofOther = partsOf(port).filter((part) => part.what === 'record' && part.record.id === other.id);
    expect(ofOther.map(({ annotation }) => annotation.dashboardUid)).toEqual(['journal']);
    expect(port.stored()).toEqual(expect.arrayContaining(before.filter((raw) => JSON.stringify(raw).includes(ID))));
  });

  it('because Grafana refuses it for itself is named with the reason', async () => {
    const port = await withAnother();
    // The newest comes first: the other one.
    port.failNext('post', { failure: failureOf(400, 'tags too long') });
    expect(await move(port, IN)).toMatchObject({
      moved: 1,
      notMoved: [{ id: other.id, why: 'refused', failure: { detail: 'tags too long' } }],
      stopped: null,
    });
    expect(await move(port, IN)).toMatchObject({ moved: 1, notMoved: [], stopped: null });
  });

  it('because the right is missing there ends the run: the next one would fare no better', async () => {
    const port = await withAnother();
    const reader = port.as({ login: 'vera', edits: () => false });
    expect(await move(reader, IN)).toMatchObject({
      moved: 0,
      notMoved: [],
      stopped: { failure: { kind: 'forbidden' } },
    });
    expect(inPlace(port, JOURNAL)).toEqual([]);
  });

  it('because the right to delete is missing keeps its place, and is seen once', async () => {
    const port = await aGrafana();
    const writerThere = port.as({ login: 'vera', editsOrganization: false });
    const before = shown(port);
    expect(await move(writerThere, IN)).toMatchObject({
      moved: 0,
      stopped: { at: NAMED, failure: { kind: 'forbidden' } },
    });
    expect(inPlace(port, ORGANIZATION)).toHaveLength(6);
    expect(shown(port)).toEqual(before);
  });

  it('because Grafana does not show the copies is not copied again and again', async () => {
    const port = await aGrafana();
    const asleep: AnnotationPort = {
      ...port,
      find: async (query, signal) => {
        const found = await port.as({ login: 'admin', hides: () => true }).find(query, signal);
        return found;
      },
    };
    expect(await move(asleep, IN)).toMatchObject({ moved: 0, notMoved: [{ id: ID, why: 'unsettled' }] });
    expect(inPlace(port, ORGANIZATION)).toHaveLength(6);
    expect(inPlace(port, JOURNAL)).toHaveLength(6);
  });
});

type Interruption = { at: number; how: 'fails' | 'answer lost' | 'gone' | 'gone after' | 'stopped' };

/** The server strikes, or somebody stops, at the n-th request; `gone`: nothing is answered from then on. */
function interrupted(port: MemoryAnnotations, { at, how }: Interruption, onRequest: (n: number) => Promise<void>) {
  const stop = new AbortController();
  let n = 0;
  const call = async <T>(work: () => ReturnType<AnnotationPort['get']> | Promise<T>): Promise<T> => {
    n += 1;
    const struck = how.startsWith('gone') ? n >= at : n === at && how !== 'stopped';
    if (n === at && how === 'stopped') {
      stop.abort();
    }
    if (struck && (how === 'fails' || how === 'gone' || n > at)) {
      return failed('unavailable') as T;
    }
    const answer = (await work()) as T;
    await onRequest(n);
    return struck ? (failed('offline') as T) : answer;
  };
  const struckPort: AnnotationPort = {
    find: (query, signal) => call(() => port.find(query, signal)),
    get: (id, signal) => call(() => port.get(id, signal)),
    post: (annotation, signal) => call(() => port.post(annotation, signal)),
    patch: (id, part) => call(() => port.patch(id, part)),
    remove: (id) => call(() => port.remove(id)),
  };
  return { port: struckPort, signal: stop.signal };
}

const interruption: fc.Arbitrary<Interruption> = fc.record({
  at: fc.integer({ min: 1, max: 34 }),
  how: fc.constantFrom(
    'fails' as const,
    'answer lost' as const,
    'gone' as const,
    'gone after' as const,
    'stopped' as const
  ),
});

describe('a move that ends early', () => {
  it('is completed by the next one, wherever it ended; meanwhile the near miss is seen once, and as before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(interruption, { maxLength: 5 }), fc.boolean(), async (interruptions, outwards) => {
        const both = outwards ? OUT : IN;
        const port = await aGrafana(both.from);
        const before = shown(port);
        const look = async () => expect(shown(port).nearMisses).toEqual(before.nearMisses);
        for (const each of interruptions) {
          const run = interrupted(port, each, look);
          await move(run.port, { ...both, signal: run.signal });
          await look();
        }
        expect(await move(port, both)).toMatchObject({ notMoved: [], stopped: null });
        expect(shown(port)).toEqual(before);
        expect(inPlace(port, both.from)).toEqual([]);
        expect(inPlace(port, both.to)).toHaveLength(6);
      }),
      { numRuns: 100 }
    );
  });

  it('loses nothing that somebody adds to either place meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(interruption, { maxLength: 3 }),
        fc.array(fc.record({ at: fc.integer({ min: 1, max: 34 }), there: fc.boolean() }), { maxLength: 3 }),
        async (interruptions, additions) => {
          const port = await aGrafana();
          let added = 0;
          for (const each of interruptions) {
            const run = interrupted(port, each, async (n) => {
              for (const { there } of additions.filter(({ at }) => at === n)) {
                const entry = anEntry({ id: `added-${added}`, text: `added ${added++}` });
                await post(port, 'ben', encodeEntry(entry, aNearMiss({ place: there ? JOURNAL : ORGANIZATION }), ''));
              }
              expect(shown(port).nearMisses).toHaveLength(1);
            });
            await move(run.port, { ...IN, signal: run.signal });
          }
          expect(await move(port, { ...IN, added: true })).toMatchObject({ notMoved: [], stopped: null });
          expect(inPlace(port, ORGANIZATION)).toEqual([]);
          const texts = shown(port).entries.map(({ text }) => text);
          expect(texts.filter((text) => text.startsWith('added')).sort()).toEqual(
            [...Array(added).keys()].map((index) => `added ${index}`)
          );
        }
      ),
      { numRuns: 100 }
    );
  });

  it('tells before each near miss, and where it stopped', async () => {
    const port = await aGrafana();
    await post(port, 'anna', encodeRecord(other, ORGANIZATION, ''));
    const stop = new AbortController();
    const told: number[][] = [];
    const onProgress = (handled: number, total: number) => {
      told.push([handled, total]);
      if (handled === 1) {
        stop.abort();
      }
    };
    expect(await move(port, { ...IN, signal: stop.signal, onProgress })).toMatchObject({
      moved: 1,
      stopped: { at: { id: ID }, failure: { kind: 'aborted' } },
    });
    expect(told).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(await move(port, IN)).toMatchObject({ moved: 1, stopped: null });
  });
});

describe('two moves at the same time', () => {
  it('lose nothing and show nothing twice, in whichever directions they go', async () => {
    const places: Place[] = [ORGANIZATION, JOURNAL, { kind: 'journal', dashboardUid: 'third' }];
    const way = fc
      .shuffledSubarray(places, { minLength: 2, maxLength: 2 })
      .map(([from, to]) => ({ from, to }) as MoveOptions);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(way, { minLength: 2, maxLength: 3 }), async (scheduler, ways) => {
        const port = await aGrafana();
        const before = shown(port).nearMisses;
        const contents = () => new Set(partsOf(port).map(({ annotation }) => JSON.stringify(contentOf(annotation))));
        const had = contents();
        await move(port, { from: ORGANIZATION, to: ways[0]?.from ?? JOURNAL });
        port.delay(() => scheduler.schedule(Promise.resolve()));
        const runs = Promise.all(ways.map((each, index) => move(port.as({ login: `admin-${index}` }), each)));
        await scheduler.waitFor(runs);
        port.delay(async () => {});
        expect(contents()).toEqual(had);
        expect(shown(port).nearMisses).toEqual(before.map((nearMiss) => ({ ...nearMiss })));
      }),
      { numRuns: 100 }
    );
  });
});

describe('a move that cannot begin', () => {
  it('says why, and at no near miss', async () => {
    const port = await aGrafana();
    const failure = failureOf(503, 'down');
    port.failNext('find', { failure });
    expect(await move(port, IN)).toEqual({ moved: 0, notMoved: [], stopped: { at: null, failure } });
    const calls = port.calls().length;
    expect(await move(port, { ...IN, signal: AbortSignal.abort() })).toMatchObject({
      moved: 0,
      stopped: { at: null, failure: { kind: 'aborted' } },
    });
    expect(port.calls()).toHaveLength(calls + 1);
  });
});

describe('a copy whose answer was lost', () => {
  const strike = (port: MemoryAnnotations, at: number, done: boolean) => {
    let posts = 0;
    port.delay(async (method) => {
      posts += method === 'post' ? 1 : 0;
      if (method === 'post' && posts === at) {
        port.failNext('post', { failure: failureOf(503, ''), done });
      }
    });
  };

  it.each([0, 1, 2, 3, 4, 5])('after %i others is there once, whether it went through or not', async (at) => {
    for (const done of [true, false]) {
      const port = await aGrafana();
      const before = shown(port);
      strike(port, at, done);
      if (at === 0) {
        port.failNext('post', { failure: failureOf(503, ''), done });
      }
      expect(await move(port, IN)).toEqual({ moved: 1, notMoved: [], stopped: null });
      expect(inPlace(port, JOURNAL)).toHaveLength(6);
      expect(shown(port)).toEqual(before);
    }
  });
});

it('counts as moved neither what stays nor where it stopped', async () => {
  const port = emptyGrafana();
  for (const [index, id] of ['last-1-abcd', 'second-1-abc', 'first-1-abcd'].entries()) {
    const stretch = { from: 1000 + index, to: 2000 + index };
    await post(port, 'anna', encodeRecord(aRecord({ id, title: id, stretch }), ORGANIZATION, ''));
  }
  let posts = 0;
  port.failNext('post', { failure: failureOf(400, 'no') });
  port.delay(async (method) => {
    posts += method === 'post' ? 1 : 0;
    if (method === 'post' && posts === 2) {
      port.failNext('post', { failure: failureOf(403, 'not yours') });
    }
  });
  expect(await move(port, IN)).toEqual({
    moved: 1,
    notMoved: [{ id: 'first-1-abcd', title: 'first-1-abcd', why: 'refused', failure: failureOf(400, 'no') }],
    stopped: { at: { id: 'last-1-abcd', title: 'last-1-abcd' }, failure: failureOf(403, 'not yours') },
  });
});

it('does not copy again what does not show beside what somebody adds meanwhile', async () => {
  const port = await aGrafana();
  let finds = 0;
  const asleep: AnnotationPort = {
    ...port,
    find: async (query, signal) => {
      finds += 1;
      if (finds === 3) {
        await post(port, 'ben', encodeEntry(anEntry({ id: 'added', text: 'Added.' }), aNearMiss(), ''));
      }
      return port.as({ login: 'admin', hides: () => true }).find(query, signal);
    },
  };
  expect(await move(asleep, IN)).toMatchObject({ moved: 0, notMoved: [{ id: ID, why: 'unsettled' }] });
  expect(inPlace(port, JOURNAL)).toHaveLength(6);
  expect(inPlace(port, ORGANIZATION)).toHaveLength(7);
});

it('copies nothing more once stopped between two, and deletes nothing', async () => {
  const port = await aGrafana();
  const controller = new AbortController();
  let posts = 0;
  const stopping: AnnotationPort = {
    ...port,
    post: async (annotation, signal) => {
      const posted = await port.post(annotation, signal);
      posts += 1;
      if (posts === 2) {
        controller.abort();
      }
      return posted;
    },
  };
  expect(await move(stopping, { ...IN, signal: controller.signal })).toEqual({
    moved: 0,
    notMoved: [],
    stopped: { at: { id: ID, title: 'Orders' }, failure: { kind: 'aborted', status: 0, detail: '' } },
  });
  expect(posts).toBe(2);
  expect(inPlace(port, ORGANIZATION)).toHaveLength(6);
  expect(inPlace(port, JOURNAL)).toHaveLength(2);
});
