import fc from 'fast-check';
import type { NewAnnotation } from '../../domain/codec/annotation';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { changeOf } from '../../domain/fold/changeOf';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { NearMissRecord } from '../../domain/record/record';
import { aNearMiss, aRecord, anEntry, A_SOURCE } from '../../testing/builders/builders';
import { createNearMissStore } from './createNearMissStore';
import { memoryAnnotations, type Fault, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import type { NearMissList, NearMissStore } from './nearMissStore';
import type { Outcome } from '../../grafana/outcome';
import type { QueuedWrite } from './queuedWrite';
import type { Draft } from '../../domain/codec/decoded';
import type { Place } from '../../domain/record/place';
import { newId } from '../../domain/record/id';
import { changeIn, recordIn, shareIn, writeTo } from '../../testing/hosts/writeTo';

const ORGANIZATION: Place = { kind: 'organization' };
const link = (id: string) => `https://grafana.example/a/resilience-nearmiss-app/nm/${id}`;

/** A clock that never waits and moves on by a second at each look, so that `created` tells the order. */
function setUp(user = { login: 'anna' }) {
  let at = Date.UTC(2026, 10, 1);
  const now = () => (at += 1000);
  const port = memoryAnnotations({ user, now });
  const over = (other: MemoryAnnotations) =>
    createNearMissStore(other, { link, now, sleep: async () => {}, me: () => user.login });
  return { port, store: over(port), over };
}

const down: Fault = { failure: { kind: 'unavailable', status: 503, detail: '' } };
const lost: Fault = { ...down, done: true };
const forbidden: Fault = { failure: { kind: 'forbidden', status: 403, detail: '' } };

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    throw new Error(`expected a value, got ${outcome.failure.kind} ${outcome.failure.detail}`);
  }
  return outcome.value;
}

/** Looking fails so many times, but not before something was written. */
function failLooksAfterPost(port: MemoryAnnotations, times: number): void {
  port.delay(async (method) => {
    if (method === 'post') {
      port.failNext('find', { ...down, times });
    }
  });
}

async function listed(store: NearMissStore): Promise<NearMissList> {
  return value(await store.list());
}

async function recorded(store: NearMissStore, record = aRecord()): Promise<NearMiss> {
  value(await recordIn(store, record, ORGANIZATION));
  return value(await store.read(record.id)).nearMiss;
}

/** Completes a draft as its form does. */
const complete = (store: NearMissStore, { annotationId }: Draft, record: NearMissRecord, place: Place) =>
  writeTo(store, { what: 'record', record, place, draftId: annotationId });

const tagged = (port: MemoryAnnotations, tag: string) =>
  port.stored().filter((raw) => (raw as { tags: string[] }).tags.includes(tag));

describe('recording', () => {
  it('keeps the record and marks the graph', async () => {
    const { store, port } = setUp();
    const answer = value(await recordIn(store, aRecord(), ORGANIZATION));
    expect(answer.marker).toMatchObject({ ok: true });
    expect(tagged(port, 'near-miss-marker')).toEqual([
      expect.objectContaining({ dashboardUID: A_SOURCE.dashboardUid, panelId: A_SOURCE.panelId }),
    ]);
    const { nearMiss, markers } = value(await store.read(aRecord().id));
    expect(nearMiss).toMatchObject({ ...aRecord(), annotationId: answer.annotationId, place: ORGANIZATION });
    expect(markers).toHaveLength(1);
  });

  it('writes into a journal', async () => {
    const { store, port } = setUp();
    value(await recordIn(store, aRecord(), { kind: 'journal', dashboardUid: 'journal' }));
    expect(tagged(port, 'near-miss')).toEqual([expect.objectContaining({ dashboardUID: 'journal' })]);
  });

  it('marks nothing without a graph', async () => {
    const { store, port } = setUp();
    const answer = value(await recordIn(store, aRecord({ stretch: null, source: null }), ORGANIZATION));
    expect(answer.marker).toBeNull();
    expect(port.stored()).toHaveLength(1);
  });

  it('says when the marker was refused and keeps the record', async () => {
    const { port, over } = setUp();
    const store = over(port.as({ login: 'bo', edits: () => false }));
    const answer = value(await recordIn(store, aRecord(), ORGANIZATION));
    expect(answer.marker).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect((await listed(store)).nearMisses).toHaveLength(1);
  });

  it('is refused to a Viewer, without a second attempt', async () => {
    const { port, over } = setUp();
    const outcome = await recordIn(over(port.as({ login: 'vi', editsOrganization: false })), aRecord(), ORGANIZATION);
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'forbidden', status: 403 } });
    expect(port.calls().filter((method) => method === 'post')).toHaveLength(1);
  });

  it('writes once when the server is down for a moment', async () => {
    const { store, port } = setUp();
    port.failNext('post', { ...down, times: 2 });
    value(await recordIn(store, aRecord(), ORGANIZATION));
    expect(tagged(port, 'near-miss')).toHaveLength(1);
  });

  it('writes once when the answer is lost', async () => {
    const { store, port } = setUp();
    port.failNext('post', lost);
    value(await recordIn(store, aRecord(), ORGANIZATION));
    expect(tagged(port, 'near-miss')).toHaveLength(1);
    expect(tagged(port, 'near-miss-marker')).toHaveLength(1);
  });

  it('marks once when the answer to the marker is lost', async () => {
    const { store, port } = setUp();
    port.delay(async (method) => {
      if (method === 'post' && port.calls().filter((call) => call === 'post').length === 1) {
        port.failNext('post', lost);
      }
    });
    const answer = value(await recordIn(store, aRecord(), ORGANIZATION));
    expect(answer.marker).toMatchObject({ ok: true });
    expect(tagged(port, 'near-miss-marker')).toHaveLength(1);
  });

  it('is safe to repeat after a save that went through unseen', async () => {
    const { store, port } = setUp();
    failLooksAfterPost(port, 4);
    port.failNext('post', lost);
    expect(await recordIn(store, aRecord(), ORGANIZATION)).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
    expect(tagged(port, 'near-miss')).toHaveLength(1);
    port.delay(async () => {});
    value(await recordIn(store, aRecord(), ORGANIZATION));
    expect(tagged(port, 'near-miss')).toHaveLength(1);
  });

  it('says so when the server stays down', async () => {
    const { store, port } = setUp();
    port.failNext('post', { ...down, times: 99 });
    expect(await recordIn(store, aRecord(), ORGANIZATION)).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
    expect(port.calls().filter((method) => method === 'post')).toHaveLength(3);
  });

  it('does not write again while it cannot look', async () => {
    const { store, port } = setUp();
    failLooksAfterPost(port, 9);
    port.failNext('post', down);
    expect(await recordIn(store, aRecord(), ORGANIZATION)).toMatchObject({ ok: false });
    expect(port.calls().filter((method) => method === 'post')).toHaveLength(1);
  });

  it('keeps words typed after a save whose answer was lost', async () => {
    const { port, over } = setUp();
    value(await recordIn(over(port), aRecord({ almost: 'first words' }), ORGANIZATION));
    // A page opened anew knows nothing of the first save.
    const store = over(port);
    value(await recordIn(store, aRecord({ almost: 'better words', savedBy: ['alert'] }), ORGANIZATION));
    const { nearMisses } = await listed(store);
    expect(nearMisses).toEqual([expect.objectContaining({ almost: 'better words', savedBy: ['alert'] })]);
    expect(tagged(port, 'near-miss')).toHaveLength(1);
    expect(Object.keys(nearMisses[0]?.history[0]?.set ?? {}).sort()).toEqual(['almost', 'savedBy']);
  });

  it('undoes nothing that was changed since, when the same save comes again', async () => {
    const { store } = setUp();
    const nearMiss = await recorded(store, aRecord({ status: 'started', almost: '' }));
    value(await changeIn(store, nearMiss, { status: 'closed', almost: 'the words, at last' }));
    value(
      await recordIn(store, aRecord({ status: 'started', almost: '', cue: 'the form says more by now' }), ORGANIZATION)
    );
    expect((await listed(store)).nearMisses[0]).toMatchObject({
      status: 'closed',
      almost: 'the words, at last',
      cue: 'the form says more by now',
    });
  });

  it('takes the other stretch of a form saved again, and moves the marker', async () => {
    const { store, port } = setUp();
    const first = aRecord();
    value(await recordIn(store, first, ORGANIZATION));
    const from = (first.stretch?.from ?? 0) + 60_000;
    const again: NearMissRecord = { ...first, stretch: { from, to: first.stretch?.to ?? 0 } };
    value(await recordIn(store, again, ORGANIZATION));
    expect(tagged(port, 'near-miss')).toEqual([expect.objectContaining({ time: from })]);
    expect(tagged(port, 'near-miss-marker')).toEqual([expect.objectContaining({ time: from })]);
  });

  it('keeps the record itself once somebody has added to it', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store);
    value(await shareIn(store, anEntry({ nearMiss: nearMiss.id })));
    value(await recordIn(store, aRecord({ stretch: { from: 1_000, to: 2_000 }, title: 'new' }), ORGANIZATION));
    expect(tagged(port, 'near-miss')).toEqual([expect.objectContaining({ id: nearMiss.annotationId })]);
    expect((await listed(store)).nearMisses[0]?.title).toBe('new');
  });

  it.each([
    ['the record', 1, { ok: false, failure: { kind: 'aborted' } }],
    ['the marker', 2, { ok: true, value: { marker: { ok: false, failure: { kind: 'aborted' } } } }],
  ])('stops when aborted while writing %s', async (_what, at, expected) => {
    const { store, port } = setUp();
    const controller = new AbortController();
    let posts = 0;
    port.delay(async (method) => {
      posts += method === 'post' ? 1 : 0;
      if (posts === at) {
        controller.abort();
      }
    });
    expect(await recordIn(store, aRecord(), ORGANIZATION, controller.signal)).toMatchObject(expected);
    expect(port.calls().filter((method) => method === 'post')).toHaveLength(at);
  });

  const fault = fc.record({
    method: fc.constantFrom('post' as const, 'find' as const, 'patch' as const),
    done: fc.boolean(),
    times: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom('unavailable' as const, 'timeout' as const, 'offline' as const, 'unreadable' as const),
  });

  it('ends in one record and one marker, whatever fails and however often it is repeated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), async (faults) => {
        const { store, port } = setUp();
        faults.forEach(({ method, done, times, kind }) =>
          port.failNext(method, { done, times, failure: { kind, status: 0, detail: '' } })
        );
        let answer = await recordIn(store, aRecord(), ORGANIZATION);
        for (let click = 0; click < 30 && !(answer.ok && answer.value.marker?.ok); click++) {
          answer = await recordIn(store, aRecord(), ORGANIZATION);
        }
        expect(value(answer).marker).toMatchObject({ ok: true });
        expect(tagged(port, 'near-miss')).toHaveLength(1);
        expect(tagged(port, 'near-miss-marker')).toHaveLength(1);
        expect((await listed(store)).nearMisses).toHaveLength(1);
      }),
      { numRuns: 150 }
    );
  });
});

describe('changing', () => {
  it('appends and never touches the record', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store);
    const before = tagged(port, 'near-miss');
    value(await changeIn(store, nearMiss, { title: 'Another title' }));
    expect(tagged(port, 'near-miss')).toEqual(before);
    expect((await listed(store)).nearMisses[0]?.title).toBe('Another title');
  });

  it('appends once when the answer is lost, also when the person tries again', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store);
    port.failNext('post', lost);
    value(await changeIn(store, nearMiss, { title: 'once' }));
    expect(tagged(port, 'near-miss-change')).toHaveLength(1);

    const again: QueuedWrite = { what: 'change', change: changeOf(nearMiss, { cue: 'again' }, newId()) };
    failLooksAfterPost(port, 3);
    port.failNext('post', lost);
    expect(await writeTo(store, again)).toMatchObject({ ok: false });
    port.delay(async () => {});
    value(await writeTo(store, again));
    expect(tagged(port, 'near-miss-change')).toHaveLength(2);
  });

  it('says the status on the marker, and does not mind when that is refused', async () => {
    const { store, port, over } = setUp();
    const nearMiss = await recorded(store);
    value(await changeIn(store, nearMiss, { status: 'closed', outcome: 'one alert more' }));
    expect(tagged(port, 'near-miss-marker')).toEqual([
      expect.objectContaining({ text: expect.stringContaining(', closed.') }),
    ]);
    const other = over(port.as({ login: 'bo', edits: () => false }));
    value(await changeIn(other, value(await other.read(nearMiss.id)).nearMiss, { status: 'discussed' }));
    expect((await listed(store)).nearMisses[0]?.status).toBe('discussed');
  });

  it('shows both values of two people who changed the same field', async () => {
    const { store, over, port } = setUp();
    const nearMiss = await recorded(store);
    value(await changeIn(store, nearMiss, { title: 'from anna' }));
    value(await changeIn(over(port.as({ login: 'bo' })), nearMiss, { title: 'from bo' }));
    const { conflicts } = value(await store.read(nearMiss.id)).nearMiss;
    expect(conflicts).toEqual([
      {
        field: 'title',
        values: [expect.objectContaining({ value: 'from anna' }), expect.objectContaining({ value: 'from bo' })],
      },
    ]);
  });

  it('refuses to change what a newer version wrote', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store, { ...aRecord(), version: 2 });
    expect(nearMiss.readOnly).toBe('newer-version');
    expect(await changeIn(store, nearMiss, { title: 'x' })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(await shareIn(store, anEntry())).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(tagged(port, 'near-miss-change')).toHaveLength(0);
  });
});

describe('while others write, an answer may lack what is there', () => {
  // Found on Grafana 12.3: 39 of 50 clients that shared at once were told that the near miss was gone.
  it('and the record alone is asked for before anybody is told that the near miss is gone', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store);
    port.cutNext(2, 1);
    value(await shareIn(store, anEntry({ nearMiss: nearMiss.id })));
    port.cutNext(2, 1);
    expect(value(await store.read(nearMiss.id)).entries).toHaveLength(1);
  });

  it('and they are told when it is gone indeed', async () => {
    const { store } = setUp();
    const nearMiss = await recorded(store);
    value(await store.remove(nearMiss));
    expect(await shareIn(store, anEntry({ nearMiss: nearMiss.id }))).toMatchObject({
      ok: false,
      failure: { kind: 'missing' },
    });
  });
});

describe('the worksheet', () => {
  it('shows what was shared, sealed', async () => {
    const { store } = setUp();
    const nearMiss = await recorded(store);
    value(await shareIn(store, anEntry({ nearMiss: nearMiss.id })));
    const { entries } = value(await store.read(nearMiss.id));
    expect(entries).toEqual([
      expect.objectContaining({
        ...anEntry({ nearMiss: nearMiss.id }),
        author: expect.objectContaining({ login: 'anna', sealed: true }),
      }),
    ]);
  });

  it('does not show as sealed what was patched by somebody else', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store);
    value(await shareIn(store, anEntry({ nearMiss: nearMiss.id })));
    const [raw] = tagged(port, 'near-miss-retro');
    const { id, text } = raw as { id: number; text: string };
    value(await port.as({ login: 'eve' }).patch(id, { text: text.replaceAll(anEntry().text, 'their words') }));
    const [entry] = value(await store.read(nearMiss.id)).entries;
    expect(entry).toMatchObject({ text: 'their words', author: { login: 'anna', sealed: false } });
  });

  it('shares once when the answer is lost, and keeps words changed before the next try', async () => {
    const { store, port, over } = setUp();
    const nearMiss = await recorded(store);
    const entry = anEntry({ nearMiss: nearMiss.id, text: 'first words' });
    port.failNext('post', lost);
    value(await shareIn(store, entry));
    value(await shareIn(over(port), entry));
    expect(tagged(port, 'near-miss-retro')).toHaveLength(1);
    value(await shareIn(over(port), { ...entry, text: 'better words' }));
    expect(value(await store.read(nearMiss.id)).entries).toEqual([
      expect.objectContaining({ text: 'better words', edited: true }),
    ]);
  });

  it('removes an entry with what it had replaced, and nobody else’s', async () => {
    const { store, port, over } = setUp();
    const nearMiss = await recorded(store);
    const part = { nearMiss: nearMiss.id };
    value(await shareIn(store, anEntry({ ...part, id: 'entry-first1', text: 'one' })));
    value(await shareIn(store, anEntry({ ...part, id: 'entry-second', text: 'two', replaces: 'entry-first1' })));
    const bo = over(port.as({ login: 'bo' }));
    value(await shareIn(bo, anEntry({ ...part, id: 'entry-of-bo1', text: 'bo', replaces: 'entry-second' })));
    const shown = value(await store.read(nearMiss.id)).entries.find(({ text }) => text === 'two');
    expect(shown).toBeDefined();
    if (shown) {
      value(await store.removeEntry(shown));
    }
    expect(value(await store.read(nearMiss.id)).entries.map(({ text }) => text)).toEqual(['bo']);
  });
});

describe('deleting for good', () => {
  async function full() {
    const set = setUp();
    const nearMiss = await recorded(set.store);
    value(await changeIn(set.store, nearMiss, { title: 'changed' }));
    value(await shareIn(set.store, anEntry({ nearMiss: nearMiss.id })));
    await recorded(set.store, aRecord({ id: 'another-1-ab', title: 'another' }));
    return { ...set, nearMiss };
  }

  it('leaves nothing of it, and everything of others', async () => {
    const { store, port, nearMiss } = await full();
    value(await store.remove(nearMiss));
    expect(tagged(port, `nm:${nearMiss.id}`)).toEqual([]);
    expect(tagged(port, 'nm:another-1-ab')).toHaveLength(2);
    expect(await store.read(nearMiss.id)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
  });

  it('can be repeated after a failure in the middle', async () => {
    const { store, port, nearMiss } = await full();
    port.failNext('remove', { ...lost, times: 1 });
    let left = 2;
    port.delay(async (method) => {
      if (method === 'remove' && --left === 0) {
        port.failNext('remove', { ...down, times: 3 });
      }
    });
    expect(await store.remove(nearMiss)).toMatchObject({ ok: false });
    expect(tagged(port, 'near-miss')).toHaveLength(2);
    value(await store.remove(nearMiss));
    expect(tagged(port, `nm:${nearMiss.id}`)).toEqual([]);
  });

  it('is not kept from it by a marker on a dashboard where one may not write', async () => {
    const { port, over, nearMiss } = await full();
    value(await over(port.as({ login: 'bo', edits: () => false })).remove(nearMiss));
    expect(tagged(port, `nm:${nearMiss.id}`)).toEqual([
      expect.objectContaining({ tags: expect.arrayContaining(['near-miss-marker']) }),
    ]);
  });

  it('is refused to a Viewer, and then nothing is gone', async () => {
    const { port, over, nearMiss } = await full();
    const before = port.stored();
    const outcome = await over(port.as({ login: 'vi', editsOrganization: false, edits: () => false })).remove(nearMiss);
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(port.stored()).toEqual(before);
  });

  it('leaves alone what only carries the tag', async () => {
    const { store, port, nearMiss } = await full();
    value(await port.post({ time: 1, timeEnd: 1, text: 'a note of ours', tags: ['note', `nm:${nearMiss.id}`] }));
    value(await store.remove(nearMiss));
    expect(tagged(port, 'note')).toHaveLength(1);
  });
});

describe('drafts', () => {
  async function aDraft() {
    const set = setUp();
    const id = value(
      await set.port.post({
        dashboardUid: 'checkout',
        panelId: 4,
        time: 1_790_000_000_000,
        timeEnd: 1_790_000_600_000,
        text: 'heap <b>climbing</b>',
        tags: ['near-miss', 'shift:night'],
      })
    );
    const [draft] = (await listed(set.store)).drafts;
    if (!draft) {
      throw new Error('no draft listed');
    }
    return { ...set, id, draft };
  }

  it('becomes the marker of its record and is listed no more', async () => {
    const { store, port, id, draft } = await aDraft();
    const answer = value(await complete(store, draft, aRecord(), ORGANIZATION));
    expect(answer.marker).toEqual({ ok: true, value: id });
    const { drafts, nearMisses, unreadable } = await listed(store);
    expect({ drafts, unreadable }).toEqual({ drafts: [], unreadable: [] });
    expect(nearMisses).toHaveLength(1);
    expect(tagged(port, 'near-miss-marker')).toEqual([
      expect.objectContaining({ id, tags: expect.arrayContaining(['shift:night']) }),
    ]);
    expect(value(await store.read(aRecord().id)).markers).toEqual([id]);
  });

  it('is listed no more either when the record has no graph', async () => {
    const { store, draft } = await aDraft();
    value(await complete(store, draft, aRecord({ source: null, stretch: null }), ORGANIZATION));
    expect((await listed(store)).drafts).toEqual([]);
  });

  it('ends in one record and one marker when either step fails first', async () => {
    const { store, port, id, draft } = await aDraft();
    port.failNext('post', { ...lost, times: 1 });
    port.failNext('patch', { ...down, times: 3 });
    const first = value(await complete(store, draft, aRecord(), ORGANIZATION));
    expect(first.marker).toMatchObject({ ok: false });
    const second = value(await complete(store, draft, aRecord(), ORGANIZATION));
    expect(second).toEqual({ annotationId: first.annotationId, marker: { ok: true, value: id } });
    expect(port.stored()).toHaveLength(2);
  });

  it('is read as what became of it, and finished by anybody who may', async () => {
    const { store, port, over, id, draft } = await aDraft();
    const open = value(await store.readDraft(id));
    expect(open).toEqual({ is: 'open', draft, nearMissId: expect.stringMatching(/^\w{12}$/) });
    const record = aRecord({ id: open.is === 'open' ? open.nearMissId : '' });
    port.failNext('patch', { ...forbidden, times: 1 });
    expect(value(await complete(store, draft, record, ORGANIZATION)).marker).toMatchObject({ ok: false });
    expect(value(await store.readDraft(id))).toMatchObject({ is: 'recorded', nearMiss: { id: record.id } });
    expect(value(await over(port.as({ login: 'ben' })).markDraft(draft, record))).toBe(id);
    expect(value(await store.readDraft(id))).toEqual({ is: 'completed', nearMissId: record.id });
    expect(port.stored()).toHaveLength(2);
  });

  it('is missing when it is gone, hidden or something else', async () => {
    const { store, port, over, id } = await aDraft();
    const hidden = over(port.as({ login: 'vi', hides: () => true }));
    expect(await hidden.readDraft(id)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
    const other = value(await port.post({ time: 5, timeEnd: 5, text: 'deployed', tags: ['deploy'] }));
    expect(await store.readDraft(other)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
    expect(await store.readDraft(4711)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
  });
});

describe('listing', () => {
  it('tells what cannot be read, and shows the others', async () => {
    const { store, port } = setUp();
    await recorded(store);
    const { text, ...rest } = encodeRecord(aRecord({ id: 'broken-1-abc' }), ORGANIZATION, link('x'));
    const broken = value(await port.post({ ...rest, text: text.slice(0, -40) }));
    const answer = await listed(store);
    expect(answer.nearMisses).toHaveLength(1);
    expect(answer.unreadable).toEqual([{ annotationId: broken, reason: expect.stringMatching(/\w/) }]);
  });

  it('is silent about what the server finds by a removed or a longer tag', async () => {
    const { store, port } = setUp();
    const id = value(await port.post({ time: 5, timeEnd: 5, text: 'not any more', tags: ['near-miss'] }));
    value(await port.patch(id, { tags: ['other'] }));
    value(await port.post({ time: 5, timeEnd: 5, text: 'a key of somebody else', tags: ['near-miss:maybe'] }));
    expect(await listed(store)).toEqual({ nearMisses: [], drafts: [], unreadable: [], complete: true });
  });

  it('hides a journal from who may not see it', async () => {
    const { store, port, over } = setUp();
    value(await recordIn(store, aRecord(), { kind: 'journal', dashboardUid: 'secret' }));
    await recorded(store, aRecord({ id: 'open-to-all1' }));
    const other = over(port.as({ login: 'vi', hides: (uid) => uid === 'secret' }));
    expect((await listed(other)).nearMisses.map(({ id }) => id)).toEqual(['open-to-all1']);
    expect(await other.read(aRecord().id)).toMatchObject({ ok: false, failure: { kind: 'missing', status: 404 } });
  });

  it('paints the newest first, then the rest', async () => {
    const { store, port } = setUp();
    for (let index = 0; index < 130; index++) {
      const at = 1_790_000_000_000 + index * 60_000;
      const record = aRecord({ id: `record-${1000 + index}x`, stretch: { from: at - 60_000, to: at } });
      value(await port.post(encodeRecord(record, ORGANIZATION, link(record.id))));
    }
    const sizes: number[] = [];
    const whole = value(
      await store.list({ onProgress: ({ nearMisses, complete }) => sizes.push(complete ? -1 : nearMisses.length) })
    );
    expect(sizes).toEqual([99]);
    expect(whole.nearMisses).toHaveLength(130);
    expect(value(await store.list({ atMost: 100 }))).toMatchObject({ complete: false });
  });
});

describe('twins', () => {
  async function twins(place: Place, other: Partial<NearMissRecord> = {}) {
    const set = setUp();
    const posts = [aRecord(), aRecord(other)].map((record) => encodeRecord(record, ORGANIZATION, link(record.id)));
    const [first, second] = posts;
    if (first && second) {
      value(await set.port.post(first));
      value(await set.port.post(place.kind === 'journal' ? { ...second, dashboardUid: place.dashboardUid } : second));
    }
    return set;
  }

  it('fold to the oldest, and the younger is deleted by who next sees both', async () => {
    const { store, port } = await twins(ORGANIZATION);
    expect((await listed(store)).nearMisses).toEqual([expect.objectContaining({ annotationId: 1, twins: [2] })]);
    expect(port.stored()).toEqual([expect.objectContaining({ id: 1 })]);
  });

  it('stay where the reader may not delete, who tries but once', async () => {
    const { port, over } = await twins(ORGANIZATION);
    const viewer = over(port.as({ login: 'vi', editsOrganization: false }));
    expect((await listed(viewer)).nearMisses).toHaveLength(1);
    await listed(viewer);
    expect(port.stored()).toHaveLength(2);
    expect(port.calls().filter((method) => method === 'remove')).toHaveLength(1);
  });

  it('are left alone when they differ, or lie in another place', async () => {
    const copying = await twins({ kind: 'journal', dashboardUid: 'journal' });
    await listed(copying.store);
    expect(copying.port.stored()).toHaveLength(2);
    const differing = await twins(ORGANIZATION, { almost: 'other words' });
    await listed(differing.store);
    expect(differing.port.stored()).toHaveLength(2);
  });
});

it('passes a refusal on as it is', async () => {
  const { store, port } = setUp();
  port.failNext('find', forbidden);
  expect(await store.list()).toEqual({ ok: false, failure: forbidden.failure });
});

describe('the clock', () => {
  afterEach(() => jest.useRealTimers());

  it('of the caller is what patience is measured by', async () => {
    const { port } = setUp();
    let at = 0;
    const store = createNearMissStore(port, { link, now: () => (at += 50_000), sleep: async () => {} });
    port.failNext('find', { ...down, times: 9 });
    expect(await store.remove(aNearMiss())).toEqual({ ok: false, failure: down.failure });
    expect(port.calls()).toEqual(['find']);
  });

  it('of the browser is used by default, and its pauses are waited for', async () => {
    jest.useFakeTimers();
    const port = memoryAnnotations();
    const store = createNearMissStore(port, { link });
    port.failNext('find', down);
    const outcome = store.remove(aNearMiss());
    await jest.advanceTimersByTimeAsync(399);
    expect(port.calls()).toEqual(['find']);
    await jest.advanceTimersByTimeAsync(1);
    jest.useRealTimers();
    expect(await outcome).toMatchObject({ ok: true });
  });
});

describe('who writes', () => {
  /** A draft whose record ben wrote, or somebody without a login, and that was not turned into the marker. */
  async function recordedBy(login: string) {
    const { port } = setUp();
    const draft = { dashboardUid: 'checkout', panelId: 4, time: 5, timeEnd: 9, text: 'odd', tags: ['near-miss'] };
    const draftId = value(await port.post(draft));
    const state = value(await createNearMissStore(port, { link }).readDraft(draftId));
    const record = aRecord({ id: state.is === 'open' ? state.nearMissId : '' });
    value(await port.as({ login }).post(encodeRecord(record, ORGANIZATION, link(record.id))));
    const completing: QueuedWrite = { what: 'record', record, place: ORGANIZATION, draftId };
    return (options: { me?: () => string }) => createNearMissStore(port, { link, ...options }).write(completing);
  }

  it('may go on with what is theirs', async () => {
    const write = await recordedBy('ben');
    expect(await write({ me: () => 'anna' })).toMatchObject({ ok: false, failure: { kind: 'overtaken' } });
    expect(await write({})).toMatchObject({ ok: false, failure: { kind: 'overtaken' } });
    expect(await write({ me: () => 'ben' })).toMatchObject({ ok: true });
  });

  it('is nobody by default', async () => {
    const write = await recordedBy('');
    expect(await write({ me: () => 'anna' })).toMatchObject({ ok: false, failure: { kind: 'overtaken' } });
    expect(await write({})).toMatchObject({ ok: true });
  });
});

describe('marking again', () => {
  it('makes a lost marker', async () => {
    const { store, port } = setUp();
    const nearMiss = await recorded(store);
    const [marker] = tagged(port, 'near-miss-marker');
    await port.remove((marker as { id: number }).id);
    expect(value(await store.mark(nearMiss))).toBe(3);
    expect(tagged(port, 'near-miss-marker')).toHaveLength(1);
  });

  it('leaves to a newer version what that wrote', async () => {
    const { store, port } = setUp();
    const nearMiss: NearMiss = { ...(await recorded(store)), readOnly: 'newer-version' };
    const calls = port.calls().length;
    expect(await store.mark(nearMiss)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(port.calls()).toHaveLength(calls);
  });
});

describe('what a list asks for', () => {
  it('is records and changes in one request', async () => {
    const { port, over } = setUp();
    value(await port.post(encodeRecord(aRecord(), ORGANIZATION, '')));
    const find = jest.fn(port.find);
    const { signal } = new AbortController();
    await over({ ...port, find }).list({ signal });
    expect(find.mock.calls).toEqual([
      [{ tags: ['near-miss', 'near-miss-change'], matchAny: true, limit: 100 }, signal],
    ]);
  });

  it('is the rest too, where nobody wants to be told in between', async () => {
    const { store, port } = setUp();
    for (let index = 0; index < 101; index++) {
      const stretch = { from: 1000 + index, to: 1000 + index };
      value(await port.post(encodeRecord(aRecord({ id: `record-${1000 + index}x`, stretch }), ORGANIZATION, '')));
    }
    expect((await listed(store)).nearMisses).toHaveLength(101);
  });
});

describe('reading one', () => {
  it('passes on why it cannot be read', async () => {
    const { store, port } = setUp();
    const { id } = await recorded(store);
    port.failNext('find', forbidden);
    expect(await store.read(id)).toEqual({ ok: false, failure: forbidden.failure });
    expect(await store.read(id, AbortSignal.abort())).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    expect(await store.read('gone-1-abcd')).toEqual({
      ok: false,
      failure: { kind: 'missing', status: 404, detail: 'gone-1-abcd' },
    });
  });
});

describe('twins of every sort', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  /** A record (1), its marker (2), a change (3) and an entry (4), each posted twice (5 to 8), and a near miss without twins. */
  async function doubled() {
    const set = setUp();
    const nearMiss = await recorded(set.store);
    value(await changeIn(set.store, nearMiss, { title: 'changed' }));
    value(await shareIn(set.store, anEntry({ nearMiss: nearMiss.id })));
    for (const raw of set.port.stored()) {
      const { dashboardUID, ...again } = raw as NewAnnotation & { dashboardUID?: string };
      value(await set.port.post({ ...again, dashboardUid: dashboardUID }));
    }
    value(await set.port.post(encodeRecord(aRecord({ id: 'another-1-ab' }), ORGANIZATION, link('another-1-ab'))));
    const ids = () => set.port.stored().map((raw) => (raw as { id: number }).id);
    return { ...set, nearMiss, ids };
  }

  it('are deleted by who reads the near miss', async () => {
    const { store, nearMiss, ids } = await doubled();
    value(await store.read(nearMiss.id));
    await settled();
    expect(ids()).toEqual([1, 2, 3, 4, 9]);
  });

  it('stay, but for those of records, where all are listed', async () => {
    const { store, ids } = await doubled();
    await listed(store);
    await settled();
    expect(ids()).toEqual([1, 2, 3, 4, 6, 7, 8, 9]);
  });
});
