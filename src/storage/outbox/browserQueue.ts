import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { parseJson } from '../../domain/json/parseJson';
import { browserTexts } from '../unfinished/browserTexts';
import { queuedId, type QueuedWrite } from '../store/queuedWrite';
import type { KeptIn } from '../unfinished/unfinishedTexts';
import { decode } from '../../domain/codec/decode';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { isId } from '../../domain/record/id';
import { isObject } from '../../domain/json/json';
import { writePayload } from '../../domain/codec/payload';
import { placeOf, dashboardOf } from '../../domain/record/place';

/** The form that something was written in: near miss, panel or page, and field. The same as of its unfinished text. */
export interface WrittenIn {
  subject: string;
  field: string;
}

/** A write as the browser keeps it until Grafana has it. */
export interface BrowserItem {
  from: WrittenIn;
  write: QueuedWrite;
  /** When it was first sent, epoch ms. */
  at: number;
  /** The unfinished text it was made from; null when there was none. */
  typed: string | null;
}

/** Which tab is sending it, and until when the others leave it to that one. */
interface Holder {
  heldBy: string;
  heldUntil: number;
}

export interface BrowserQueue {
  /** All that this browser holds of the user, oldest first, whichever tab put it there. */
  all(): readonly BrowserItem[];
  /** Keeps it for any tab, or `held` for this one; says `memory` when the browser will not. */
  keep(item: BrowserItem, held?: boolean): KeptIn;
  remove(id: string): void;
  /** Takes it for this tab; false while another tab is sending it. */
  hold(item: BrowserItem): boolean;
  /** Lets other tabs have it again. */
  release(item: BrowserItem): void;
}

interface BrowserQueueOptions {
  browser: () => Storage;
  owner: { orgId: number; login: string };
  /** This tab, among others. */
  tab: string;
  now: () => number;
}

const PREFIX = 'resilience-nearmiss/outbox/';
/** As long as one attempt with its retries may take, in ms: after that a tab is taken to be gone. */
const LONGEST_ATTEMPT = 600_000;

/** The writes of one user in this browser, each under a key of its own, so that tabs never overwrite one another's. */
export function browserQueue({ browser, owner, tab, now }: BrowserQueueOptions): BrowserQueue {
  const texts = browserTexts(browser);
  const prefix = `${PREFIX}${owner.orgId}/${encodeURIComponent(owner.login)}/`;
  const keyOf = (id: string) => prefix + encodeURIComponent(id);
  const holderOf = (id: string) => decodeHolder(parseJson(texts.get(keyOf(id))));

  const store = (item: BrowserItem, heldUntil: number): KeptIn =>
    texts.set(keyOf(queuedId(item.write)), encodeStored({ ...item, heldBy: tab, heldUntil })) ? 'browser' : 'memory';
  return {
    all: () =>
      texts
        .keys(prefix)
        .flatMap((key) => decodeItem(parseJson(texts.get(key))) ?? [])
        .sort((a, b) => a.at - b.at),
    keep: (item, held = false) => store(item, held ? now() + LONGEST_ATTEMPT : 0),
    remove: (id) => texts.remove(keyOf(id)),
    hold: (item) => {
      const { heldBy, heldUntil } = holderOf(queuedId(item.write));
      const left = heldUntil - now();
      // More than anybody may hold it: the clock was set meanwhile, and says nothing of that tab. Should it live, its write is found.
      const free = heldBy === tab || left <= 0 || left > LONGEST_ATTEMPT;
      if (free) {
        store(item, now() + LONGEST_ATTEMPT);
      }
      return free;
    },
    release: (item) => {
      if (holderOf(queuedId(item.write)).heldBy === tab) {
        store(item, 0);
      }
    },
  };
}

function encodeStored({ from, write, at, typed, heldBy, heldUntil }: BrowserItem & Holder): string {
  return JSON.stringify({ from, write: encodeQueued(write), at, typed, heldBy, heldUntil });
}

/** null for what cannot be read: cut off, or of another version. */
function decodeItem(raw: unknown): BrowserItem | null {
  const write = decodeQueued(textOf(raw, 'write'));
  const typed = fieldOf(raw, 'typed');
  return (
    write && {
      write,
      from: { subject: textOf(raw, 'from', 'subject'), field: textOf(raw, 'from', 'field') },
      at: numberOf(raw, 'at'),
      typed: typeof typed === 'string' ? typed : null,
    }
  );
}

/** Nobody's, and in the past, where nothing says so. */
function decodeHolder(raw: unknown): Holder {
  return { heldBy: textOf(raw, 'heldBy'), heldUntil: numberOf(raw, 'heldUntil') };
}

function numberOf(raw: unknown, name: string): number {
  const value = fieldOf(raw, name);
  return typeof value === 'number' ? value : 0;
}

// A record may be 16 kB, and is put into the browser's storage at each attempt: its text is made but once.
const known = new WeakMap<QueuedWrite, string>();

/** The write as text for the browser's storage, in the form in which it will be stored in Grafana: what does not fit there goes here too. */
export function encodeQueued(write: QueuedWrite): string {
  const text = known.get(write) ?? textFor(write);
  known.set(write, text);
  return text;
}

function textFor(write: QueuedWrite): string {
  switch (write.what) {
    case 'record': {
      const { text } = encodeRecord(write.record, write.place, '');
      return JSON.stringify({ text, ...dashboardOf(write.place), draftId: write.draftId });
    }
    case 'change':
      return JSON.stringify({ text: writePayload({ what: 'change', ...write.change }) });
    case 'entry':
      return JSON.stringify({ text: writePayload({ what: 'entry', ...write.entry }) });
    case 'marker':
      return JSON.stringify({ marker: write.nearMiss, draftId: write.draftId });
  }
}

/** Reads what `encodeQueued` wrote; null for anything else. */
export function decodeQueued(text: string): QueuedWrite | null {
  const write = writeIn(text);
  if (write) {
    known.set(write, text);
  }
  return write;
}

function writeIn(text: string): QueuedWrite | null {
  const given = parseJson(text);
  if (!isObject(given)) {
    return null;
  }
  const draftId = typeof given.draftId === 'number' ? given.draftId : null;
  if (isId(given.marker)) {
    return { what: 'marker', nearMiss: given.marker, draftId };
  }
  const decoded = decode({ id: 1, text: given.text, dashboardUID: given.dashboardUid });
  switch (decoded.what) {
    case 'record':
      return { what: 'record', record: decoded.record, place: placeOf(decoded.annotation), draftId };
    case 'change':
      return { what: 'change', change: decoded.change };
    case 'entry':
      return { what: 'entry', entry: decoded.entry };
    default:
      return null;
  }
}
