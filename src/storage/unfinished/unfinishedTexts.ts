import { browserTexts } from './browserTexts';
import {
  type FieldTexts,
  type KeptText,
  type UnfinishedText,
  NO_TEXTS,
  decodeFieldTexts,
  holdsSame,
  together,
  withoutTexts,
  withText,
} from './fieldTexts';
import { newId } from '../../domain/record/id';
import { grafanaClock } from '../../grafana/grafanaClock';
import { type Queue, remoteQueue } from './remoteQueue';
import { type RemoteTexts, userStorage } from '../../grafana/userStorage';
import { config } from '@grafana/runtime';
import type { Send } from '../../grafana/send';
import { type Me, whoAmI } from '../../grafana/whoAmI';

interface UnfinishedPage {
  who: Me;
  browser: () => Storage;
  grafanaNow: () => number | null;
}

/** The unfinished texts of one user, by default the current one, in this browser and in the Grafana that `send` reaches. */
export function unfinishedOver(
  send: Send,
  { who = whoAmI(), browser = () => window.localStorage, grafanaNow }: Partial<UnfinishedPage> = {}
): UnfinishedTexts {
  const { uid, login, orgId, signedIn } = who;
  const remote = signedIn && uid ? userStorage(send, { namespace: config.namespace || 'default', uid }) : null;
  return createUnfinishedTexts({ browser, remote, owner: { orgId, login }, grafanaNow });
}

/** What was found on opening a field. */
export interface Found {
  /** The newer one; null when there is none. */
  newest: UnfinishedText | null;
  /** Another text that neither follows the newest nor was replaced by it, from another browser or this one; to be offered. */
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
  /** Epoch ms as Grafana has it, by which ages are counted; null while it did not say: then nothing is too old. */
  grafanaNow?: () => number | null;
}

export interface UnfinishedTexts {
  /** What this browser holds, at once. `subject` is a near miss's id, or dashboard uid and panel id. */
  peek(subject: string, field: string): UnfinishedText | null;
  /** Looks in Grafana too, once for all fields that open together; what it does not answer counts as not there. */
  open(subject: string, field: string): Promise<Found>;
  /** Keeps it in the browser now, in Grafana at most every 2 s. `memory`: the browser's storage is full or blocked. */
  keep(subject: string, field: string, text: string): KeptIn;
  /** From now on that text, which was offered, is the one that typing goes on from; the other stays. */
  take(subject: string, field: string, text: string): KeptIn;
  /** After saving or discarding: what this page typed or offered in the field. Words that it never showed stay. */
  forget(subject: string, field: string): void;
}

const PREFIX = 'resilience-nearmiss/unfinished/';
/** Which browser this is, among those of one person. */
const BROWSER = 'resilience-nearmiss/browser';
const LONGEST_KEPT = 30 * 24 * 3_600_000;

/** What this page showed of a field. */
interface Shown {
  /** What typing goes on from. */
  typing: KeptText | null;
  offered: KeptText | null;
}

/**
 * Keeps what is typed: in the browser first, then in Grafana's user storage, so that it is found on another machine. Grafana's
 * own hook is not used: after a failed write it reads the old value back. Which text follows which is counted, and ages are
 * told by Grafana: no browser's clock decides what is kept.
 */
export function createUnfinishedTexts(options: UnfinishedOptions): UnfinishedTexts {
  const { browser, remote, owner, now = Date.now, grafanaNow = grafanaClock.now } = options;
  const local = localTexts(browser);
  const queue = remote ? remoteQueue(remote) : null;
  const readTogether = remote
    ? sharedReading(() => readRemote(remote, grafanaNow(), queue))
    : async (): Promise<Readonly<Record<string, FieldTexts>>> => ({});
  const shown = new Map<string, Shown>();
  const keyOf = (subject: string, field: string) =>
    PREFIX + [owner.orgId, owner.login, subject, field].map(String).map(encodeURIComponent).join('/');
  const typingIn = (key: string) => shown.get(key)?.typing ?? null;

  const show = (key: string, field: FieldTexts, first: KeptText | null): Found => {
    const [typing = null, ...others] = inOrder(field.texts, first);
    const offered = others.find(({ text }) => text !== typing?.text) ?? null;
    shown.set(key, { typing, offered });
    return { newest: plainOf(typing), other: plainOf(offered) };
  };
  const write = (key: string, text: string, instead: KeptText | null): KeptIn => {
    const typed = { text, at: now(), by: local.name(), instead };
    const { written, ...field } = withText(local.get(key) ?? NO_TEXTS, typed, grafanaNow());
    shown.set(key, { typing: text === '' ? null : written, offered: shown.get(key)?.offered ?? null });
    queue?.put(key, JSON.stringify(field));
    return local.set(key, field);
  };
  return {
    peek: (subject, field) => {
      const key = keyOf(subject, field);
      const [typing = null] = inOrder(local.get(key)?.texts ?? [], typingIn(key));
      shown.set(key, { typing, offered: shown.get(key)?.offered ?? null });
      return plainOf(typing);
    },
    open: async (subject, field) => {
      const key = keyOf(subject, field);
      const before = typingIn(key);
      const there = (await readTogether())[key] ?? NO_TEXTS;
      const known = together(local.get(key) ?? NO_TEXTS, there);
      local.removeOld(grafanaNow());
      if (there !== NO_TEXTS) {
        local.set(key, { ...known, since: grafanaNow() });
      }
      tellOf(queue, key, { there, known }, grafanaNow());
      const typing = typingIn(key);
      // What was typed while Grafana was being asked goes on.
      return show(key, known, typing === before ? null : typing);
    },
    keep: (subject, field, text) => write(keyOf(subject, field), text, typingIn(keyOf(subject, field))),
    take: (subject, field, text) => {
      const key = keyOf(subject, field);
      const there = local.get(key);
      const taken = there?.texts.find((one) => one.text === text);
      if (!there || !taken) {
        return write(key, text, null);
      }
      shown.set(key, { typing: taken, offered: typingIn(key) });
      return local.set(key, there);
    },
    forget: (subject, field) => {
      const key = keyOf(subject, field);
      const there = local.get(key);
      const { typing = null, offered = null } = shown.get(key) ?? {};
      shown.delete(key);
      if (there) {
        // Also what is emptied stays, here and there: no older copy may come back as if it were unfinished.
        const gone = [typing, offered].flatMap((text) => text ?? []);
        const left = withoutTexts(there, gone, grafanaNow());
        local.set(key, left);
        queue?.put(key, JSON.stringify(left), true);
      }
    },
  };
}

/** The fields of one page open together: one request answers all of them. */
function sharedReading<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read().finally(() => (reading = null));
    return reading;
  };
}

/** `first`, then by what the clocks of their browsers said: all are offered, so a wrong one only turns the order. */
function inOrder(texts: readonly KeptText[], first: KeptText | null): KeptText[] {
  const rank = (text: KeptText) => (text.by === first?.by && text.count === first.count ? 0 : 1);
  return [...texts].sort((a, b) => rank(a) - rank(b) || b.at - a.at);
}

const plainOf = (kept: KeptText | null): UnfinishedText | null => kept && { text: kept.text, at: kept.at };

function isOld({ since }: FieldTexts, now: number | null): boolean {
  return since !== null && now !== null && now - since >= LONGEST_KEPT;
}

/**
 * Tells Grafana what it does not know of a field: the page that typed or forgot it was gone before it could. What is too old
 * to be kept there goes from there now that it is offered, and stays in the browser that offers it.
 */
function tellOf(
  queue: Queue | null,
  key: string,
  { there, known }: Record<'there' | 'known', FieldTexts>,
  now: number | null
): void {
  if (isOld(there, now)) {
    queue?.put(key, null);
  } else if (!holdsSame(there, known)) {
    queue?.put(key, JSON.stringify(known), true);
  }
}

function localTexts(browser: () => Storage) {
  const texts = browserTexts(browser);
  const memory = new Map<string, FieldTexts>();
  let name = '';
  const read = (key: string) => decodeFieldTexts(texts.get(key));
  const set = (key: string, field: FieldTexts): KeptIn => {
    const stored = texts.set(key, JSON.stringify(field));
    if (stored) {
      memory.delete(key);
    } else {
      memory.set(key, field);
    }
    return stored ? 'browser' : 'memory';
  };
  return {
    /** Tells this browser's writings from those of others; one of the page alone where nothing can be kept. */
    name: (): string => {
      name ||= texts.get(BROWSER) ?? newId();
      texts.set(BROWSER, name);
      return name;
    },
    get: (key: string): FieldTexts | null => memory.get(key) ?? read(key),
    set,
    /** What has no date yet begins to age. */
    removeOld: (now: number | null) => {
      for (const key of now === null ? [] : texts.keys(PREFIX)) {
        const field = read(key);
        if (field && isOld(field, now)) {
          texts.remove(key);
        } else if (field?.since === null) {
          set(key, { ...field, since: now });
        }
      }
    },
  };
}

/** What is there. Emptied fields that are too old are removed; words never are before they were offered. */
async function readRemote(
  remote: RemoteTexts,
  now: number | null,
  queue: Queue | null
): Promise<Readonly<Record<string, FieldTexts>>> {
  const answer = await remote.read();
  const fields: Record<string, FieldTexts> = {};
  for (const [key, raw] of Object.entries(answer.ok ? answer.value : {})) {
    const field = decodeFieldTexts(raw);
    if (field?.texts.length === 0 && isOld(field, now)) {
      queue?.put(key, null);
    } else if (field) {
      fields[key] = field;
    }
  }
  return fields;
}
