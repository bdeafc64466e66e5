import fc from 'fast-check';
import { changeOf } from '../../domain/fold/changeOf';
import { aRecord, anEntry } from '../../testing/builders/builders';
import { createNearMissStore } from '../store/createNearMissStore';
import { browserQueue, decodeQueued, encodeQueued } from './browserQueue';
import { type Fault, memoryAnnotations, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { createOutbox, type Written } from './outbox';
import type { FailureKind } from '../../grafana/outcome';
import { type QueuedWrite } from '../store/queuedWrite';
import { createUnfinishedTexts } from '../unfinished/unfinishedTexts';
import { changeIn } from '../../testing/hosts/writeTo';

const FORM = { subject: 'checkout/1', field: 'form' };
const recording = (over = {}): QueuedWrite => ({
  what: 'record',
  record: aRecord(over),
  place: { kind: 'organization' },
  draftId: null,
});
const failing = (kind: FailureKind, times = 99, done = false): Fault => ({
  failure: { kind, status: 0, detail: '' },
  times,
  done,
});

/** A storage of the browser that may be full. */
function aBrowser() {
  const texts = new Map<string, string>();
  let full = false;
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      Object.defineProperty(storage, key, { configurable: true, enumerable: true, value: text });
      texts.set(key, text);
    },
    removeItem: (key: string) => {
      Reflect.deleteProperty(storage, key);
      texts.delete(key);
    },
  };
  for (const name of ['getItem', 'setItem', 'removeItem']) {
    Object.defineProperty(storage, name, { enumerable: false });
  }
  return { storage: storage as unknown as Storage, texts, fill: () => (full = true) };
}

type Browser = ReturnType<typeof aBrowser>;

let at = Date.UTC(2026, 10, 24);
const now = () => (at += 1_000);
const clock = { now, sleep: async () => {} };

/** What was just sent has asked who is signed in, and is on its way. */
async function underWay(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

/** A page in one tab; `port.as` tells who is signed in. */
function openTab(browser: Browser, port: MemoryAnnotations, tab = 'one', login = 'anna', signedIn = () => login) {
  const store = createNearMissStore(port, { link: (id) => `/nm/${id}`, now, sleep: async () => {}, me: () => login });
  const owner = { orgId: 1, login };
  const queue = browserQueue({ browser: () => browser.storage, owner, tab, now });
  const typed = createUnfinishedTexts({ browser: () => browser.storage, remote: null, owner, now });
  const notOwner = async () =>
    signedIn() === login ? null : ({ kind: 'unauthorized', status: 0, detail: '' } as const);
  const outbox = createOutbox({ browser: queue, write: (write) => store.write(write), typed, notOwner, clock });
  const written: Written[] = [];
  outbox.onWritten((one) => written.push(one));
  return { outbox, store, typed, written };
}

function setUp() {
  const browser = aBrowser();
  const port = memoryAnnotations({ user: { login: 'anna' }, now });
  return { browser, port, ...openTab(browser, port) };
}

const recordsIn = (port: MemoryAnnotations) =>
  port.stored().filter((raw) => (raw as { tags: string[] }).tags.includes('near-miss'));
const keptIn = ({ texts }: Browser) => [...texts.keys()].filter((key) => key.includes('/outbox/'));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('keeps the write in the browser before the first request, and lets it go when Grafana has it', async () => {
  const { outbox, browser, port, written } = setUp();
  let keptAtRequest = -1;
  port.delay(async () => {
    keptAtRequest = keptAtRequest < 0 ? keptIn(browser).length : keptAtRequest;
  });
  const outcome = await outbox.send(FORM, recording());
  expect(outcome).toMatchObject({ ok: true, value: { marker: { ok: true } } });
  expect(keptAtRequest).toBe(1);
  expect(keptIn(browser)).toEqual([]);
  expect(outbox.queued()).toEqual([]);
  expect(written).toEqual([expect.objectContaining({ id: aRecord().id, from: FORM })]);
});

it.each(['offline', 'timeout', 'unavailable', 'unreadable', 'unauthorized'] as const)(
  'goes on by itself after %s, later and later, until Grafana has it',
  async (kind) => {
    const { outbox, port, written } = setUp();
    port.failNext('find', failing(kind, 12));
    expect(await outbox.send(FORM, recording())).toMatchObject({ ok: false, failure: { kind } });
    expect(outbox.queued()).toEqual([
      expect.objectContaining({ state: 'due', keptIn: 'browser', failure: expect.objectContaining({ kind }) }),
    ]);
    for (let round = 0; round < 12 && outbox.queued().length > 0; round += 1) {
      await jest.advanceTimersByTimeAsync(120_000);
    }
    expect(outbox.queued()).toEqual([]);
    expect(recordsIn(port)).toHaveLength(1);
    expect(written).toHaveLength(1);
  }
);

it('waits longer after each round in vain, up to two minutes, and begins anew when asked', async () => {
  const { outbox, port } = setUp();
  port.failNext('find', failing('unauthorized', 999));
  await outbox.send(FORM, recording());
  const after = async (ms: number) => {
    const before = port.calls().length;
    await jest.advanceTimersByTimeAsync(ms);
    return port.calls().length - before;
  };
  expect(await after(4_900)).toBe(0);
  expect(await after(200)).toBe(1);
  expect(await after(9_800)).toBe(0);
  expect(await after(300)).toBe(1);
  await after(600_000);
  expect(await after(120_000)).toBe(1);
  await outbox.retryNow();
  expect(await after(10_100)).toBe(1);
});

it('asks three times in a row while Grafana is down, then waits', async () => {
  const { outbox, port } = setUp();
  port.failNext('find', failing('unavailable', 99));
  await outbox.send(FORM, recording());
  expect(port.calls()).toEqual(['find', 'find', 'find']);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(port.calls()).toHaveLength(6);
});

it('writes three times in a row while answers are lost, and then but one thing is there', async () => {
  const { outbox, port } = setUp();
  port.failNext('post', failing('unavailable', 2));
  port.failNext('post', failing('timeout', 1, true));
  await outbox.send(FORM, recording());
  expect(port.calls()).toEqual(['find', 'post', 'find', 'post', 'find', 'post']);
  expect(outbox.queued()).toEqual([expect.objectContaining({ state: 'due' })]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(outbox.queued()).toEqual([]);
  expect(recordsIn(port)).toHaveLength(1);
});

it('makes no further attempt once it is taken back', async () => {
  const { outbox, port } = setUp();
  port.failNext('find', failing('unavailable', 99));
  port.delay(async () => outbox.takeBack(aRecord().id));
  expect(await outbox.send(FORM, recording())).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
  expect(port.calls()).toEqual(['find']);
});

it('gives a refusal of the first attempt back to the form, and tries nothing more', async () => {
  const { outbox, port, browser } = setUp();
  port.failNext('post', failing('forbidden', 1));
  expect(await outbox.send(FORM, recording())).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  expect(outbox.queued()).toEqual([]);
  expect(keptIn(browser)).toEqual([]);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(recordsIn(port)).toEqual([]);
});

it('shows a later refusal until somebody tries again or gives up, and loses nothing by it', async () => {
  const { outbox, port, browser } = setUp();
  port.failNext('find', failing('unauthorized', 1));
  await outbox.send(FORM, recording());
  port.failNext('find', failing('forbidden', 1));
  await jest.advanceTimersByTimeAsync(5_000);
  expect(outbox.queued()).toEqual([expect.objectContaining({ state: 'refused' })]);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(outbox.queued()).toHaveLength(1);
  expect(keptIn(browser)).toHaveLength(1);
  await outbox.retryNow();
  expect(outbox.queued()).toEqual([]);
  expect(recordsIn(port)).toHaveLength(1);
});

it('is gone once it is taken back, whatever an attempt under way brings', async () => {
  const { outbox, port, browser, written } = setUp();
  port.failNext('find', failing('offline'));
  await outbox.send(FORM, recording());
  outbox.takeBack(aRecord().id);
  expect(outbox.queued()).toEqual([]);
  expect(keptIn(browser)).toEqual([]);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(recordsIn(port)).toEqual([]);
  expect(written).toEqual([]);
});

it('goes on after a reload of the page, also between record and marker', async () => {
  const { outbox, port, browser } = setUp();
  port.delay(async (method) => {
    if (method === 'post') {
      port.failNext('post', failing('offline', 1));
      port.failNext('find', failing('offline', 3));
    }
  });
  expect(await outbox.send(FORM, recording())).toMatchObject({
    ok: true,
    value: { marker: { ok: false, failure: { kind: 'offline' } } },
  });
  expect(outbox.queued()).toHaveLength(1);
  port.delay(async () => {});
  port.forgetFaults();
  const next = openTab(browser, port, 'the page after the reload');
  await next.outbox.retryNow();
  expect(next.outbox.queued()).toEqual([]);
  expect(port.stored()).toHaveLength(2);
  expect(next.written).toEqual([
    expect.objectContaining({ recorded: expect.objectContaining({ marker: expect.objectContaining({ ok: true }) }) }),
  ]);
});

/** The record goes through; its marker gets no answer until the faults are forgotten. */
async function withMarkerQueued() {
  const set = setUp();
  set.port.delay(async (method) => {
    if (method === 'post') {
      set.port.delay(async () => {});
      set.port.failNext('post', failing('offline'));
    }
  });
  await set.outbox.send(FORM, recording({ status: 'started', almost: '' }));
  expect(set.outbox.queued()).toEqual([
    expect.objectContaining({ write: expect.objectContaining({ what: 'marker' }) }),
  ]);
  set.port.forgetFaults();
  return set;
}

it('undoes nothing that was written since while only the marker waits', async () => {
  const { outbox, store, port, written } = await withMarkerQueued();
  const file = await store.read(aRecord().id);
  if (file.ok) {
    await changeIn(store, file.value.nearMiss, { status: 'closed', almost: 'The words, at last.' });
  }
  await outbox.retryNow();
  const after = await store.read(aRecord().id);
  expect(after.ok && after.value.nearMiss).toMatchObject({ status: 'closed', almost: 'The words, at last.' });
  expect(after.ok && after.value.markers).toHaveLength(1);
  expect(recordsIn(port)).toHaveLength(1);
  expect(written.map(({ write }) => write.what)).toEqual(['record', 'marker']);
});

it('has a change through whose marker gets no answer, and redraws that later, no longer for the form', async () => {
  const { outbox, store, port, written } = await withMarkerQueued();
  await outbox.retryNow();
  const before = await store.read(aRecord().id);
  if (!before.ok) {
    throw new Error(before.failure.kind);
  }
  port.failNext('patch', failing('offline'));
  await outbox.send(FORM, {
    what: 'change',
    change: changeOf(before.value.nearMiss, { series: 'disk' }, 'change-1-abc'),
  });
  expect(outbox.queued()).toEqual([
    expect.objectContaining({
      id: aRecord().id,
      from: { subject: FORM.subject, field: 'marker' },
      write: { what: 'marker', nearMiss: aRecord().id, draftId: null },
    }),
  ]);
  port.forgetFaults();
  await outbox.retryNow();
  expect(outbox.queued()).toEqual([]);
  expect(written.map(({ write }) => write.what)).toEqual(['record', 'marker', 'change', 'marker']);
  const after = await store.read(aRecord().id);
  expect(after.ok && after.value.nearMiss.history).toHaveLength(1);
  expect(port.stored()[1]).toMatchObject({ text: expect.stringContaining('disk towards') });
});

it('does not write a near miss again that was deleted while its marker waited', async () => {
  const { outbox, store, port } = await withMarkerQueued();
  const file = await store.read(aRecord().id);
  if (file.ok) {
    await store.remove(file.value.nearMiss);
  }
  await outbox.retryNow();
  expect(outbox.queued()).toEqual([]);
  expect(port.stored()).toEqual([]);
});

it('lets an attempt that was taken back speak for nothing that was sent since', async () => {
  const { outbox, port, written, browser } = setUp();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  port.failNext('find', failing('timeout', 3));
  port.delay(() => held);
  const first = outbox.send(FORM, recording({ almost: 'first words' }));
  outbox.takeBack(aRecord().id);
  port.delay(async () => {});
  port.forgetFaults();
  const second = outbox.send(FORM, recording({ almost: 'better words' }));
  goOn();
  await first;
  await second;
  expect(outbox.queued()).toEqual([]);
  expect(keptIn(browser)).toEqual([]);
  expect(written).toHaveLength(1);
  expect(recordsIn(port)).toEqual([expect.objectContaining({ text: expect.stringContaining('better words') })]);
});

it('is in no conflict with itself when a change was taken back though it had got through', async () => {
  const { outbox, store, port } = setUp();
  await outbox.send(FORM, recording());
  const seen = await store.read(aRecord().id);
  if (!seen.ok) {
    throw new Error(seen.failure.kind);
  }
  const titled = (title: string, id: string): QueuedWrite => ({
    what: 'change',
    change: changeOf(seen.value.nearMiss, { title }, id),
  });
  port.failNext('post', failing('unavailable', 1, true));
  port.delay(async (method) => {
    if (method === 'post') {
      port.delay(async () => {});
      port.failNext('find', failing('offline'));
    }
  });
  await outbox.send(FORM, titled('First words', 'change-1-abc'));
  expect(outbox.queued()).toHaveLength(1);
  outbox.takeBack('change-1-abc');
  port.forgetFaults();
  await outbox.send(FORM, titled('Better words', 'change-2-abc'));
  const after = await store.read(aRecord().id);
  expect(after.ok && after.value.nearMiss).toMatchObject({ title: 'Better words', conflicts: [] });
  expect(after.ok && after.value.nearMiss.history.map(({ set }) => set.title)).toEqual(['First words', 'Better words']);
});

it('sends nothing once somebody else has signed in, and goes on when its writer is back', async () => {
  const browser = aBrowser();
  const port = memoryAnnotations({ user: { login: 'anna' }, now });
  let login = 'anna';
  const { outbox } = openTab(browser, port, 'one', 'anna', () => login);
  port.failNext('find', failing('unauthorized', 1));
  await outbox.send(FORM, recording());
  login = 'bob';
  const asked = port.calls().length;
  await outbox.retryNow();
  expect(port.calls()).toHaveLength(asked);
  expect(outbox.queued()).toEqual([
    expect.objectContaining({ failure: expect.objectContaining({ kind: 'unauthorized' }) }),
  ]);
  login = 'anna';
  await outbox.retryNow();
  expect(recordsIn(port)).toHaveLength(1);
});

it('goes on by itself with what another tab left', async () => {
  const { outbox, browser, port } = setUp();
  const other = openTab(browser, port, 'two');
  port.failNext('find', failing('unauthorized', 1));
  await outbox.send(FORM, recording());
  outbox.takeBack('nothing');
  outbox.leave();
  jest.clearAllTimers(); // That tab is gone.
  other.outbox.sync();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(recordsIn(port)).toHaveLength(1);
});

it('plans nothing while nothing waits', async () => {
  const { outbox } = setUp();
  outbox.sync();
  await outbox.send(FORM, recording());
  expect(jest.getTimerCount()).toBe(0);
});

it('keeps words whose near miss was deleted while they waited, and says why they cannot be stored', async () => {
  const { outbox, store, port, browser } = setUp();
  await outbox.send(FORM, recording());
  const file = await store.read(aRecord().id);
  port.failNext('find', failing('unauthorized', 1));
  await outbox.send({ subject: aRecord().id, field: 'answer:q1' }, { what: 'entry', entry: anEntry() });
  if (file.ok) {
    await store.remove(file.value.nearMiss);
  }
  await outbox.retryNow();
  expect(outbox.queued()).toEqual([
    expect.objectContaining({ state: 'refused', failure: expect.objectContaining({ kind: 'missing' }) }),
  ]);
  expect(keptIn(browser)).toHaveLength(1);
});

it('takes a writer that breaks for an answer that nobody can read, and goes on', async () => {
  const { browser, typed } = setUp();
  const owner = { orgId: 1, login: 'anna' };
  const queue = browserQueue({ browser: () => browser.storage, owner, tab: 'one', now });
  const outbox = createOutbox({ browser: queue, write: () => Promise.reject(new Error('broken')), typed, clock });
  expect(await outbox.send(FORM, recording())).toEqual({
    ok: false,
    failure: { kind: 'unreadable', status: 0, detail: 'Error: broken' },
  });
  expect(outbox.queued()).toEqual([expect.objectContaining({ state: 'due' })]);
  await outbox.retryNow();
  expect(outbox.queued()).toEqual([expect.objectContaining({ state: 'due' })]);
});

it('keeps what the browser will not keep as long as the page lives, and says so', async () => {
  const { outbox, browser, port } = setUp();
  browser.fill();
  port.failNext('find', failing('offline', 3));
  await outbox.send(FORM, recording());
  expect(outbox.queued()).toEqual([expect.objectContaining({ keptIn: 'memory' })]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(recordsIn(port)).toHaveLength(1);
});

it('writes in the order in which things were written, and stops at the first that gets no answer', async () => {
  const { outbox, port } = setUp();
  const other = 'another-1-ab';
  port.failNext('find', failing('unauthorized', 2));
  await outbox.send(FORM, recording());
  await outbox.send({ subject: 'elsewhere', field: 'form' }, recording({ id: other, source: null }));
  port.failNext('find', failing('unauthorized', 1));
  const asked = port.calls().length;
  await jest.advanceTimersByTimeAsync(5_000);
  expect(port.calls().length - asked).toBe(1);
  await outbox.retryNow();
  expect(recordsIn(port).map((raw) => (raw as { tags: string[] }).tags[1])).toEqual([
    `nm:${aRecord().id}`,
    `nm:${other}`,
  ]);
});

describe('the unfinished text it was made from', () => {
  it('is forgotten once it is written, also by another page', async () => {
    const { outbox, typed, browser, port } = setUp();
    typed.keep(FORM.subject, FORM.field, 'the words');
    port.failNext('find', failing('offline'));
    await outbox.send(FORM, recording());
    expect(typed.peek(FORM.subject, FORM.field)).toMatchObject({ text: 'the words' });
    port.forgetFaults();
    const next = openTab(browser, port, 'two');
    outbox.leave();
    await next.outbox.retryNow();
    expect(next.typed.peek(FORM.subject, FORM.field)).toBeNull();
  });

  it('stays when somebody typed on meanwhile', async () => {
    const { outbox, typed, port } = setUp();
    typed.keep(FORM.subject, FORM.field, 'the words');
    port.failNext('find', failing('unauthorized', 1));
    await outbox.send(FORM, recording());
    typed.keep(FORM.subject, FORM.field, 'the words, and more');
    await outbox.retryNow();
    expect(recordsIn(port)).toHaveLength(1);
    expect(typed.peek(FORM.subject, FORM.field)).toMatchObject({ text: 'the words, and more' });
  });
});

describe('two tabs', () => {
  it('see each other’s, and send a thing once', async () => {
    const { outbox, browser, port } = setUp();
    const other = openTab(browser, port, 'two');
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    port.delay(() => held);
    const sent = outbox.send(FORM, recording());
    other.outbox.sync();
    expect(other.outbox.queued()).toHaveLength(1);
    await other.outbox.retryNow();
    expect(port.calls()).toHaveLength(1);
    goOn();
    await sent;
    other.outbox.sync();
    expect(other.outbox.queued()).toEqual([]);
    expect(recordsIn(port)).toHaveLength(1);
  });

  it('finish what a tab that is gone left behind, at once when it said so, else after ten', async () => {
    const { outbox, browser, port } = setUp();
    port.delay(() => new Promise(() => {}));
    void outbox.send(FORM, recording());
    await underWay();
    port.delay(async () => {});
    const other = openTab(browser, port, 'two');
    await other.outbox.retryNow();
    expect(recordsIn(port)).toHaveLength(0);
    at += 600_000;
    await other.outbox.retryNow();
    expect(recordsIn(port)).toHaveLength(1);

    port.delay(() => new Promise(() => {}));
    void outbox.send(FORM, recording({ id: 'another-1-ab' }));
    await underWay();
    port.delay(async () => {});
    outbox.leave();
    await other.outbox.retryNow();
    expect(recordsIn(port)).toHaveLength(2);
  });

  it('store nothing of one person as another, who signed in before the very first attempt', async () => {
    const browser = aBrowser();
    const port = memoryAnnotations({ user: { login: 'ben' }, now });
    let session = 'ben';
    const anna = openTab(browser, port, 'one', 'anna', () => session);
    expect(await anna.outbox.send(FORM, recording())).toMatchObject({ ok: false, failure: { kind: 'unauthorized' } });
    expect(recordsIn(port)).toHaveLength(0);
    session = 'anna';
    await anna.outbox.retryNow();
    expect(recordsIn(port)).toHaveLength(1);
  });

  it('keep the writes of two people apart', async () => {
    const { outbox, browser, port } = setUp();
    port.failNext('find', failing('unauthorized', 1));
    await outbox.send(FORM, recording());
    const ben = openTab(browser, port.as({ login: 'ben' }), 'two', 'ben');
    await ben.outbox.retryNow();
    expect(ben.outbox.queued()).toEqual([]);
    expect(recordsIn(port)).toEqual([]);
  });
});

it('passes over what it cannot read in the browser', async () => {
  const { outbox, browser, port } = setUp();
  port.failNext('find', failing('unauthorized', 1));
  await outbox.send(FORM, recording());
  const [key = ''] = keptIn(browser);
  for (const text of ['', '{', 'null', '[]', '{"write":"{}"}', '{"write":7}']) {
    browser.storage.setItem(key.replace(aRecord().id, `broken-${text.length}`), text);
  }
  const next = openTab(browser, port, 'two');
  await next.outbox.retryNow();
  expect(recordsIn(port)).toHaveLength(1);
});

it('reads back each sort of write as it was', () => {
  const nearMiss = { ...aRecord(), heads: {} } as unknown as Parameters<typeof changeOf>[0];
  const writes: QueuedWrite[] = [
    recording(),
    { what: 'record', record: aRecord(), place: { kind: 'journal', dashboardUid: 'j' }, draftId: 7 },
    { what: 'change', change: changeOf(nearMiss, { title: 'a --> b', noticedAt: null }, 'change-1-ab') },
    { what: 'entry', entry: anEntry({ text: '<!--near-miss {}-->' }) },
  ];
  expect(writes.map(encodeQueued).map(decodeQueued)).toEqual(writes);
});

// Whatever fails, whoever closes the page and when: each thing written ends up in Grafana exactly once.
it('ends with everything stored once, whatever fails and however often the page is closed', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('close' as const) }),
    fc.record({ do: fc.constant('later' as const), ms: fc.integer({ min: 1, max: 200_000 }) }),
    fc.record({
      do: fc.constant('fail' as const),
      method: fc.constantFrom('post' as const, 'find' as const, 'patch' as const),
      done: fc.boolean(),
      times: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom('offline' as const, 'timeout' as const, 'unavailable' as const, 'unauthorized' as const),
    }),
    fc.record({ do: fc.constant('share' as const), text: fc.constantFrom('one', 'two', 'three') })
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const browser = aBrowser();
      const port = memoryAnnotations({ user: { login: 'anna' }, now });
      let tab = openTab(browser, port, 'tab0');
      let shared = 0;
      void tab.outbox.send(FORM, recording());
      for (const one of steps) {
        switch (one.do) {
          case 'close':
            tab.outbox.leave();
            tab = openTab(browser, port, `tab${Math.random()}`);
            void tab.outbox.retryNow();
            break;
          case 'later':
            await jest.advanceTimersByTimeAsync(one.ms);
            break;
          case 'fail':
            port.failNext(one.method, failing(one.kind, one.times, one.done));
            break;
          case 'share': {
            shared += 1;
            const entry = anEntry({ nearMiss: aRecord().id, id: `entry-${shared}-abcd`, text: one.text });
            void tab.outbox.send({ subject: aRecord().id, field: `answer:q${shared}` }, { what: 'entry', entry });
            break;
          }
        }
        await jest.advanceTimersByTimeAsync(1);
      }
      port.forgetFaults();
      at += 700_000;
      for (let round = 0; round < 20 && keptIn(browser).length > 0; round += 1) {
        await tab.outbox.retryNow();
        await jest.advanceTimersByTimeAsync(120_000);
        // Shared before its near miss was there: refused, and tried again by the person.
      }
      expect(keptIn(browser)).toEqual([]);
      // A page that is closed while its request is under way may leave a twin: whoever reads removes it.
      await tab.store.read(aRecord().id);
      await jest.advanceTimersByTimeAsync(1);
      expect(recordsIn(port)).toHaveLength(1);
      const list = await tab.store.list();
      expect(list.ok && list.value.nearMisses.map(({ twins }) => twins)).toEqual([[]]);
      const file = await tab.store.read(aRecord().id);
      expect(file.ok && file.value.markers).toHaveLength(1);
      expect(file.ok && new Set(file.value.entries.map(({ id }) => id)).size).toBe(
        file.ok && file.value.entries.length
      );
    }),
    { numRuns: 60 }
  );
});
