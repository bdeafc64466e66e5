import { type Outcome, failed } from '../../grafana/outcome';
import { createUnfinishedTexts, unfinishedOver } from './unfinishedTexts';
import type { RemoteTexts } from '../../grafana/userStorage';
import { config } from '@grafana/runtime';
import { memorySend } from '../../testing/grafana/memorySend';

const DAY = 24 * 3_600_000;
const anna = { orgId: 1, login: 'anna' };

beforeEach(() => {
  window.localStorage.clear();
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 1) });
});
afterEach(() => jest.useRealTimers());

/** Grafana's side: one object of texts, which notes each write. */
function aRemote() {
  const texts: Record<string, string> = {};
  const writes: Array<Readonly<Record<string, string | null>>> = [];
  let fails = 0;
  const remote: RemoteTexts = {
    read: async () => ({ ok: true, value: { ...texts } }),
    write: async (changes): Promise<Outcome<null>> => {
      writes.push(changes);
      if (fails > 0) {
        fails -= 1;
        return failed('offline');
      }
      for (const [key, text] of Object.entries(changes)) {
        if (text === null) {
          delete texts[key];
        } else {
          texts[key] = text;
        }
      }
      return { ok: true, value: null };
    },
  };
  return { remote, texts, writes, failNext: (times: number) => void (fails = times) };
}

/** A browser of its own. */
function aStorage(): Storage {
  const items = new Map<string, string>();
  return new Proxy(Object.create(null), {
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (_target, name) =>
      ({
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => items.set(key, value),
        removeItem: (key: string) => items.delete(key),
      })[name as 'getItem'],
  });
}

const full = (): Storage => ({
  ...aStorage(),
  getItem: () => null,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
});

/** What Grafana says the time is; null while it said nothing. */
let grafanaSays: () => number | null = () => Date.now();
afterEach(() => void (grafanaSays = () => Date.now()));

const inBrowser = (browser = () => window.localStorage, remote: RemoteTexts | null = null, owner = anna) =>
  createUnfinishedTexts({ browser, remote, owner, grafanaNow: () => grafanaSays() });
const textsIn = (kept: string): string[] => JSON.parse(kept).texts.map(({ text }: { text: string }) => text);
/** As a form does: it shows the field, then forgets it. */
const showAndForget = async (texts: ReturnType<typeof inBrowser>) => {
  await texts.open('nm-1', 'cue');
  texts.forget('nm-1', 'cue');
};

describe('in the browser', () => {
  it('finds the text again after a reload, with its time', async () => {
    expect(inBrowser().keep('nm-1', 'cue', 'the dips were gone')).toBe('browser');
    const at = Date.now();
    jest.advanceTimersByTime(5_000);
    expect(inBrowser().peek('nm-1', 'cue')).toEqual({ text: 'the dips were gone', at });
    expect(await inBrowser().open('nm-1', 'cue')).toEqual({ newest: { text: 'the dips were gone', at }, other: null });
  });

  it('keeps fields, near misses, users and organizations apart', () => {
    inBrowser().keep('nm-1', 'cue', 'mine');
    expect(inBrowser().peek('nm-1', 'title')).toBeNull();
    expect(inBrowser().peek('nm-2', 'cue')).toBeNull();
    expect(inBrowser(undefined, null, { orgId: 1, login: 'bo' }).peek('nm-1', 'cue')).toBeNull();
    expect(inBrowser(undefined, null, { orgId: 2, login: 'anna' }).peek('nm-1', 'cue')).toBeNull();
    inBrowser().keep('a/b', 'c', 'x');
    expect(inBrowser().peek('a', 'b/c')).toBeNull();
  });

  it('forgets after saving', () => {
    const page = inBrowser();
    page.keep('nm-1', 'cue', 'x');
    page.forget('nm-1', 'cue');
    expect(inBrowser().peek('nm-1', 'cue')).toBeNull();
  });

  it('removes after 30 days what nobody opened, whosever it is, and nothing that is not ours', async () => {
    inBrowser().keep('nm-1', 'cue', 'x');
    inBrowser(undefined, null, { orgId: 1, login: 'bo' }).keep('nm-1', 'cue', 'y');
    window.localStorage.setItem('of somebody else', 'y');
    jest.advanceTimersByTime(31 * DAY);
    await inBrowser().open('nm-1', 'title');
    expect(Object.keys(window.localStorage)).toEqual(['resilience-nearmiss/browser', 'of somebody else']);
  });

  it('removes nothing before Grafana said what time it is, and counts from then on what has no date', async () => {
    grafanaSays = () => null;
    inBrowser().keep('nm-1', 'cue', 'x');
    jest.advanceTimersByTime(31 * DAY);
    await inBrowser().open('nm-1', 'title');
    grafanaSays = () => Date.now();
    await inBrowser().open('nm-1', 'title');
    jest.advanceTimersByTime(29 * DAY);
    await inBrowser().open('nm-1', 'title');
    expect(inBrowser().peek('nm-1', 'cue')?.text).toBe('x');
    jest.advanceTimersByTime(2 * DAY);
    await inBrowser().open('nm-1', 'title');
    expect(inBrowser().peek('nm-1', 'cue')).toBeNull();
  });

  it('still offers what was typed before the clock of the browser was set a month ahead', async () => {
    const noon = Date.now();
    grafanaSays = () => noon;
    inBrowser().keep('nm-1', 'cue', 'typed before');
    jest.setSystemTime(noon + 31 * DAY);
    await inBrowser().open('nm-1', 'title');
    expect((await inBrowser().open('nm-1', 'cue')).newest?.text).toBe('typed before');
  });

  it('keeps what two tabs typed into one field, each its own', () => {
    const [one, two] = [inBrowser(), inBrowser()];
    one.keep('nm-1', 'cue', 'one');
    two.keep('nm-1', 'cue', 'two');
    one.keep('nm-1', 'cue', 'one goes on');
    expect([one.peek('nm-1', 'cue')?.text, two.peek('nm-1', 'cue')?.text]).toEqual(['one goes on', 'two']);
    one.forget('nm-1', 'cue');
    expect(inBrowser().peek('nm-1', 'cue')?.text).toBe('two');
  });

  it('says when the storage is full, and still has the text', () => {
    const unfinished = inBrowser(full);
    expect(unfinished.keep('nm-1', 'cue', 'x')).toBe('memory');
    expect(unfinished.peek('nm-1', 'cue')?.text).toBe('x');
  });

  it('works where storage is blocked', () => {
    const unfinished = inBrowser(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(unfinished.peek('nm-1', 'cue')).toBeNull();
    expect(unfinished.keep('nm-1', 'cue', 'x')).toBe('memory');
    expect(unfinished.peek('nm-1', 'cue')?.text).toBe('x');
  });

  it('reads nothing from what is broken', () => {
    inBrowser().keep('nm-1', 'cue', 'x');
    const key = Object.keys(window.localStorage).find((one) => one.includes('unfinished')) ?? '';
    for (const broken of ['{', '7', 'null', '{"text":3,"at":1}', '{"text":"x"}']) {
      window.localStorage.setItem(key, broken);
      expect(inBrowser().peek('nm-1', 'cue')).toBeNull();
    }
  });
});

describe('in Grafana', () => {
  it('writes at most every two seconds, the newest of each field', async () => {
    const { remote, texts, writes } = aRemote();
    const unfinished = inBrowser(undefined, remote);
    'hello'.split('').forEach((_, at) => unfinished.keep('nm-1', 'cue', 'hello'.slice(0, at + 1)));
    unfinished.keep('nm-1', 'title', 'world');
    await jest.advanceTimersByTimeAsync(1_900);
    expect(writes).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(writes).toHaveLength(1);
    expect(Object.values(texts).flatMap(textsIn)).toEqual(['hello', 'world']);
  });

  it('is found on another machine', async () => {
    const { remote } = aRemote();
    inBrowser(undefined, remote).keep('nm-1', 'cue', 'typed here');
    await jest.advanceTimersByTimeAsync(2_100);
    expect(await inBrowser(aStorage, remote).open('nm-1', 'cue')).toMatchObject({
      newest: { text: 'typed here' },
      other: null,
    });
  });

  it('is asked once for all fields of a page, and again for one that opens later', async () => {
    const { remote } = aRemote();
    inBrowser(undefined, remote).keep('nm-1', 'q3', 'typed here');
    await jest.advanceTimersByTimeAsync(2_100);
    const read = jest.spyOn(remote, 'read');
    const unfinished = inBrowser(aStorage, remote);
    const found = await Promise.all(['q1', 'q2', 'q3'].map((field) => unfinished.open('nm-1', field)));
    expect(found.map(({ newest }) => newest?.text)).toEqual([undefined, undefined, 'typed here']);
    expect(read).toHaveBeenCalledTimes(1);
    await unfinished.open('nm-1', 'q4');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('lets the newer text win and offers the other', async () => {
    const { remote } = aRemote();
    const here = aStorage();
    inBrowser(() => here).keep('nm-1', 'cue', 'older, here');
    await jest.advanceTimersByTimeAsync(1_000);
    inBrowser(aStorage, remote).keep('nm-1', 'cue', 'newer, there');
    await jest.advanceTimersByTimeAsync(2_100);
    const unfinished = inBrowser(() => here, remote);
    expect(await unfinished.open('nm-1', 'cue')).toMatchObject({
      newest: { text: 'newer, there' },
      other: { text: 'older, here' },
    });
    unfinished.keep('nm-1', 'cue', 'newest, here');
    expect(await unfinished.open('nm-1', 'cue')).toMatchObject({
      newest: { text: 'newest, here' },
      other: { text: 'older, here' },
    });
  });

  it('does not bring back on one machine what was saved on another', async () => {
    const { remote } = aRemote();
    const here = aStorage();
    inBrowser(() => here, remote).keep('nm-1', 'cue', 'x');
    await jest.advanceTimersByTimeAsync(2_100);
    const elsewhere = aStorage();
    await showAndForget(inBrowser(() => elsewhere, remote));
    await jest.advanceTimersByTimeAsync(2_100);
    expect(await inBrowser(() => here, remote).open('nm-1', 'cue')).toEqual({ newest: null, other: null });
  });

  it('does not bring back what was saved just before the page was closed', async () => {
    const { remote } = aRemote();
    const here = aStorage();
    inBrowser(() => here, remote).keep('nm-1', 'cue', 'x');
    await jest.advanceTimersByTimeAsync(2_100);
    await showAndForget(inBrowser(() => here, remote));
    expect(await inBrowser(() => here, remote).open('nm-1', 'cue')).toEqual({ newest: null, other: null });
  });

  it('tells Grafana at once what was forgotten, without the pause of typing', async () => {
    const { remote, texts } = aRemote();
    const page = inBrowser(undefined, remote);
    page.keep('nm-1', 'cue', 'saved words');
    await jest.advanceTimersByTimeAsync(2_000);
    page.keep('nm-1', 'cue', 'saved words, the last');
    page.forget('nm-1', 'cue');
    await jest.advanceTimersByTimeAsync(0);
    expect(Object.values(texts).flatMap(textsIn)).toEqual([]);
  });

  it('tells Grafana what was forgotten as soon as what is under way has arrived', async () => {
    const { remote, texts } = aRemote();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const slow: RemoteTexts = { ...remote, write: (changes) => arrived.then(() => remote.write(changes)) };
    const page = inBrowser(undefined, slow);
    page.keep('nm-1', 'cue', 'saved words');
    await jest.advanceTimersByTimeAsync(2_000);
    page.forget('nm-1', 'cue');
    arrive();
    await jest.advanceTimersByTimeAsync(1);
    expect(Object.values(texts).flatMap(textsIn)).toEqual([]);
  });

  it('has the next page tell Grafana what one that was gone at once could not, so that no other browser offers it', async () => {
    const { remote } = aRemote();
    const page = inBrowser(undefined, remote);
    page.keep('nm-1', 'cue', 'saved words');
    await jest.advanceTimersByTimeAsync(2_000);
    const gone = inBrowser(undefined, { ...remote, write: () => new Promise(() => {}) });
    jest.setSystemTime(Date.now() + 1_000);
    gone.peek('nm-1', 'cue');
    gone.forget('nm-1', 'cue');
    await jest.advanceTimersByTimeAsync(0);
    const elsewhere = aStorage();
    expect((await inBrowser(() => elsewhere, remote).open('nm-1', 'cue')).newest?.text).toBe('saved words');
    await inBrowser(undefined, remote).open('nm-1', 'cue');
    await jest.advanceTimersByTimeAsync(0);
    expect((await inBrowser(() => elsewhere, remote).open('nm-1', 'cue')).newest).toBeNull();
  });

  it('tries again after a failure, later each time, with the newest text', async () => {
    const { remote, texts, writes, failNext } = aRemote();
    const unfinished = inBrowser(undefined, remote);
    failNext(2);
    unfinished.keep('nm-1', 'cue', 'one');
    await jest.advanceTimersByTimeAsync(2_100);
    unfinished.keep('nm-1', 'cue', 'two');
    await jest.advanceTimersByTimeAsync(4_100);
    expect(writes).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(8_100);
    expect(Object.values(texts).flatMap(textsIn)).toEqual(['two']);
  });

  it('does not knock on for ever where there is no such storage', async () => {
    let writes = 0;
    const remote: RemoteTexts = {
      read: async () => failed('forbidden'),
      write: async () => {
        writes += 1;
        return failed('forbidden');
      },
    };
    const unfinished = inBrowser(undefined, remote);
    unfinished.keep('nm-1', 'cue', 'x');
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(writes).toBe(1);
    expect((await unfinished.open('nm-1', 'cue')).newest?.text).toBe('x');
  });

  it('offers once more what is older than 30 days there; from then on only this browser has it', async () => {
    const { remote, texts } = aRemote();
    const here = aStorage();
    inBrowser(aStorage, remote).keep('nm-1', 'cue', 'x');
    await jest.advanceTimersByTimeAsync(2_100);
    jest.advanceTimersByTime(31 * DAY);
    await inBrowser(aStorage, remote).open('nm-1', 'title');
    await jest.advanceTimersByTimeAsync(2_100);
    expect(Object.values(texts).flatMap(textsIn)).toEqual(['x']);
    expect((await inBrowser(() => here, remote).open('nm-1', 'cue')).newest?.text).toBe('x');
    await jest.advanceTimersByTimeAsync(2_100);
    expect(texts).toEqual({});
    expect(inBrowser(() => here).peek('nm-1', 'cue')?.text).toBe('x');
  });

  it('clears away there what was emptied more than 30 days ago', async () => {
    const { remote, texts } = aRemote();
    const page = inBrowser(undefined, remote);
    page.keep('nm-1', 'cue', 'x');
    page.forget('nm-1', 'cue');
    await jest.advanceTimersByTimeAsync(2_100);
    jest.advanceTimersByTime(31 * DAY);
    await inBrowser(undefined, remote).open('nm-1', 'title');
    await jest.advanceTimersByTimeAsync(2_100);
    expect(texts).toEqual({});
  });

  it('loses nothing of another browser to one whose clock is a month ahead', async () => {
    const { remote } = aRemote();
    const noon = Date.now();
    grafanaSays = () => noon;
    inBrowser(aStorage, remote).keep('nm-1', 'cue', 'private words');
    await jest.advanceTimersByTimeAsync(2_100);
    jest.setSystemTime(noon + 31 * DAY);
    await inBrowser(aStorage, remote).open('nm-2', 'cue');
    await jest.advanceTimersByTimeAsync(2_100);
    jest.setSystemTime(noon + 10_000);
    expect((await inBrowser(aStorage, remote).open('nm-1', 'cue')).newest?.text).toBe('private words');
  });

  it('shows a browser that is three hours ahead the newer words of another, and none that were shared there', async () => {
    const { remote } = aRemote();
    const noon = Date.now();
    const [ahead, other] = [aStorage(), aStorage()];
    jest.setSystemTime(noon + 3 * 3_600_000);
    inBrowser(() => ahead, remote).keep('nm-1', 'cue', 'first words');
    await jest.advanceTimersByTimeAsync(2_100);
    jest.setSystemTime(noon + 60_000);
    const page = inBrowser(() => other, remote);
    await page.open('nm-1', 'cue');
    page.keep('nm-1', 'cue', 'newer words');
    await jest.advanceTimersByTimeAsync(2_100);
    expect(await inBrowser(() => ahead, remote).open('nm-1', 'cue')).toMatchObject({
      ...{ newest: { text: 'newer words' }, other: null },
    });
    page.forget('nm-1', 'cue');
    await jest.advanceTimersByTimeAsync(2_100);
    expect(await inBrowser(() => ahead, remote).open('nm-1', 'cue')).toEqual({ newest: null, other: null });
  });
});

const user = { ...config.bootData.user };
const { namespace } = config;

beforeEach(() => {
  window.localStorage.clear();
  am({ login: 'anna', orgId: 3, uid: 'u1', isSignedIn: true });
});
afterEach(() => {
  Object.assign(config.bootData.user, user);
  config.namespace = namespace;
});

const am = (over: object) => Object.assign(config.bootData.user, { id: 0 }, over);
const storage = (of: string, uid = 'u1') =>
  `GET /apis/userstorage.grafana.app/v0alpha1/namespaces/${of}/user-storage/resilience-nearmiss-app:${uid}`;
const asked = (send: ReturnType<typeof memorySend>) => send.asked.map(({ method, path }) => `${method} ${path}`);

it('keeps in the browser what is the current user’s', () => {
  unfinishedOver(memorySend({})).keep('near-miss-01', 'cue', 'no dips');
  expect(Object.keys(window.localStorage)).toContain('resilience-nearmiss/unfinished/3/anna/near-miss-01/cue');
  expect(unfinishedOver(memorySend({})).peek('near-miss-01', 'cue')).toMatchObject({ text: 'no dips' });
});

it.each([
  ['org-3', 'org-3'],
  ['', 'default'],
])('looks into the user’s storage in Grafana: namespace "%s" is %s', async (given, expected) => {
  config.namespace = given;
  const send = memorySend({});
  await unfinishedOver(send).open('near-miss-01', 'cue');
  expect(asked(send)).toEqual([storage(expected)]);
});

it('goes by the number of a user that has no uid', async () => {
  am({ uid: '', id: 7 });
  config.namespace = 'default';
  const send = memorySend({});
  await unfinishedOver(send).open('near-miss-01', 'cue');
  expect(asked(send)).toEqual([storage('default', '7')]);
});

it.each([
  ['somebody who is not signed in', { isSignedIn: false }],
  ['a user that Grafana gives no uid', { uid: '' }],
])('asks Grafana nothing for %s', async (_, who) => {
  am(who);
  const send = memorySend({});
  const texts = unfinishedOver(send);
  expect(texts.keep('near-miss-01', 'cue', 'no dips')).toBe('browser');
  expect(await texts.open('near-miss-01', 'cue')).toMatchObject({ newest: { text: 'no dips' } });
  expect(send.asked).toEqual([]);
});
