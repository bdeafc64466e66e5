import { browserTexts } from './browserTexts';
import { fieldOf } from '../../domain/json/fieldOf';
import { parseJson } from '../../domain/json/parseJson';
import { isTriedAgain, type Outcome } from '../../grafana/outcome';
import { type RemoteTexts, userStorage } from '../../grafana/userStorage';
import { config } from '@grafana/runtime';
import type { Send } from '../../grafana/send';
import { type Me, whoAmI } from '../../grafana/whoAmI';

interface UnfinishedPage {
  who: Me;
  browser: () => Storage;
}

/** The unfinished texts of one user, by default the current one, in this browser and in the Grafana that `send` reaches. */
export function unfinishedOver(
  send: Send,
  { who = whoAmI(), browser = () => window.localStorage }: Partial<UnfinishedPage> = {}
): UnfinishedTexts {
  const { uid, login, orgId, signedIn } = who;
  const remote = signedIn && uid ? userStorage(send, { namespace: config.namespace || 'default', uid }) : null;
  return createUnfinishedTexts({ browser, remote, owner: { orgId, login } });
}

/** Text that somebody typed and did not save yet. */
export interface UnfinishedText {
  text: string;
  /** When it was typed, epoch ms. */
  at: number;
}

/** What was found on opening a field. */
export interface Found {
  /** The newer one; null when there is none. */
  newest: UnfinishedText | null;
  /** Another text, older and different, from another browser or from this one; to be offered. */
  other: UnfinishedText | null;
}

/** Where the newest text is by now. */
export type KeptIn = 'browser' | 'memory';

interface UnfinishedOptions {
  /** Usually window.localStorage, read each time: even touching it may throw where cookies are blocked. */
  browser: () => Storage;
  /** null for somebody who is not signed in. */
  remote: RemoteTexts | null;
  owner: { orgId: number; login: string };
  now?: () => number;
}

export interface UnfinishedTexts {
  /** What this browser holds, at once. `subject` is a near miss's id, or dashboard uid and panel id. */
  peek(subject: string, field: string): UnfinishedText | null;
  /** Looks in Grafana too, once for all fields that open together; what it does not answer counts as not there. */
  open(subject: string, field: string): Promise<Found>;
  /** Keeps it in the browser now, in Grafana at most every 2 s. `memory`: the browser's storage is full or blocked. */
  keep(subject: string, field: string, text: string): KeptIn;
  /** After saving or discarding. */
  forget(subject: string, field: string): void;
  /** Removes from this browser what is too old to be shown. */
  clearOld(): void;
}

const PREFIX = 'resilience-nearmiss/unfinished/';
const DAYS_KEPT = 30;
const PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/**
 * Keeps what is typed: in the browser first, then in Grafana's user storage, so that it is found on another machine. Grafana's
 * own hook is not used: after a failed write it reads the old value back.
 */
export function createUnfinishedTexts({ browser, remote, owner, now = Date.now }: UnfinishedOptions): UnfinishedTexts {
  const local = localTexts(browser, now);
  const queue = remote ? remoteQueue(remote) : null;
  const keyOf = (subject: string, field: string) =>
    PREFIX + [owner.orgId, owner.login, subject, field].map(String).map(encodeURIComponent).join('/');

  // The fields of one page open together: one request answers all of them.
  let reading: Promise<Readonly<Record<string, UnfinishedText>>> | null = null;
  const readTogether = (from: RemoteTexts) => {
    reading ??= readRemote(from, now, queue).finally(() => {
      reading = null;
    });
    return reading;
  };

  return {
    peek: (subject, field) => shownOf(local.get(keyOf(subject, field))),
    open: async (subject, field) => {
      const key = keyOf(subject, field);
      const there = (remote ? await readTogether(remote) : {})[key] ?? null;
      const here = local.get(key);
      if (here?.text === '' && there && there.at < here.at) {
        // The page that forgot it was gone before Grafana was told.
        queue?.put(key, JSON.stringify(here), true);
      }
      return foundOf(here, there);
    },
    keep: (subject, field, text) => {
      const typed = { text, at: now() };
      queue?.put(keyOf(subject, field), JSON.stringify(typed));
      return local.set(keyOf(subject, field), typed);
    },
    forget: (subject, field) => {
      const key = keyOf(subject, field);
      local.remove(key);
      if (queue) {
        // Not deleted but emptied, here and there: no older copy may come back as if it were unfinished.
        const emptied = { text: '', at: now() };
        local.set(key, emptied);
        queue.put(key, JSON.stringify(emptied), true);
      }
    },
    clearOld: local.removeOld,
  };
}

/** Empty text is what `forget` leaves: nothing to show. */
function shownOf(typed: UnfinishedText | null): UnfinishedText | null {
  return typed && typed.text !== '' ? typed : null;
}

function foundOf(here: UnfinishedText | null, there: UnfinishedText | null): Found {
  const newerIsThere = there !== null && (here === null || there.at > here.at);
  const [newer, older] = newerIsThere ? [there, here] : [here, there];
  const other = newer?.text === '' || older?.text === newer?.text ? null : shownOf(older);
  return { newest: shownOf(newer), other };
}

function decodeUnfinished(raw: string | null, now: number): UnfinishedText | null {
  const value = parseJson(raw);
  const text = fieldOf(value, 'text');
  const at = fieldOf(value, 'at');
  const isYoung = typeof at === 'number' && now - at < DAYS_KEPT * 24 * 3_600_000;
  return typeof text === 'string' && isYoung ? { text, at } : null;
}

function localTexts(browser: () => Storage, now: () => number) {
  const texts = browserTexts(browser);
  const memory = new Map<string, UnfinishedText>();
  const read = (key: string) => decodeUnfinished(texts.get(key), now());

  return {
    removeOld: () =>
      texts
        .keys(PREFIX)
        .filter((key) => read(key) === null)
        .forEach(texts.remove),
    get: (key: string): UnfinishedText | null => memory.get(key) ?? read(key),
    set: (key: string, typed: UnfinishedText): KeptIn => {
      const stored = texts.set(key, JSON.stringify(typed));
      if (stored) {
        memory.delete(key);
      } else {
        memory.set(key, typed);
      }
      return stored ? 'browser' : 'memory';
    },
    remove: (key: string) => {
      memory.delete(key);
      texts.remove(key);
    },
  };
}

interface Queue {
  /** `soon`: without the pause, because the page may be left any moment. */
  put(key: string, value: string | null, soon?: boolean): void;
}

/** Sends what was put at most every 2 s; after a failure later and later, up to a minute, never giving up. */
function remoteQueue(remote: RemoteTexts): Queue {
  let unsent: Record<string, string | null> = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = PAUSE;

  let sending = false;

  const send = async () => {
    const texts = unsent;
    unsent = {};
    sending = true;
    const written = await remote.write(texts);
    sending = false;
    timer = null;
    pause = written.ok ? PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    if (!written.ok) {
      // What was put meanwhile is newer.
      unsent = { ...texts, ...unsent };
    }
    if (Object.keys(unsent).length > 0 && !isHopeless(written)) {
      timer ??= setTimeout(() => void send(), pause);
    }
  };
  return {
    put: (key, value, soon = false) => {
      unsent[key] = value;
      if (soon && timer !== null && !sending) {
        clearTimeout(timer);
        timer = null;
      }
      timer ??= setTimeout(() => void send(), soon ? 0 : pause);
    },
  };
}

/** Refused for good: no such API, or not for this user. The browser still has the text; the next keystroke tries again. */
function isHopeless(written: Outcome<null>): boolean {
  return !written.ok && (!isTriedAgain(written.failure) || written.failure.kind === 'unauthorized');
}

async function readRemote(
  remote: RemoteTexts,
  now: () => number,
  queue: Queue | null
): Promise<Readonly<Record<string, UnfinishedText>>> {
  const answer = await remote.read();
  const texts: Record<string, UnfinishedText> = {};
  for (const [key, raw] of Object.entries(answer.ok ? answer.value : {})) {
    const typed = decodeUnfinished(raw, now());
    if (typed) {
      texts[key] = typed;
    } else if (key.startsWith(PREFIX)) {
      queue?.put(key, null);
    }
  }
  return texts;
}
