import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { parseJson } from '../../domain/json/parseJson';
import { browserTexts } from '../unfinished/browserTexts';
import { pendingId, type PendingWrite } from '../store/pendingWrite';
import type { KeptIn } from '../unfinished/unfinishedText';
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
export interface KeptWrite {
  from: WrittenIn;
  write: PendingWrite;
  /** When it was first sent, epoch ms. */
  at: number;
  /** The unfinished text it was made from; null when there was none. */
  typed: string | null;
}

interface Stored extends KeptWrite {
  /** Which tab is sending it, and until when the others leave it to that one. */
  heldBy: string;
  heldUntil: number;
}

export interface KeptWrites {
  /** All that this browser holds of the user, oldest first, whichever tab put it there. */
  all(): readonly KeptWrite[];
  /** Keeps it, or says `memory` when the browser will not. */
  keep(kept: KeptWrite): KeptIn;
  remove(id: string): void;
  /** Takes it for this tab; false while another tab is sending it. */
  hold(kept: KeptWrite): boolean;
  /** Lets other tabs have it again. */
  release(kept: KeptWrite): void;
}

interface KeptWritesOptions {
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
export function keptWrites({ browser, owner, tab, now }: KeptWritesOptions): KeptWrites {
  const texts = browserTexts(browser);
  const prefix = `${PREFIX}${owner.orgId}/${encodeURIComponent(owner.login)}/`;
  const keyOf = (id: string) => prefix + encodeURIComponent(id);
  const read = (id: string) => decodeKept(texts.get(keyOf(id)));

  const store = (kept: KeptWrite, heldUntil: number): KeptIn =>
    texts.set(keyOf(pendingId(kept.write)), encodeKept({ ...kept, heldBy: tab, heldUntil })) ? 'browser' : 'memory';
  return {
    all: () =>
      texts
        .keys(prefix)
        .flatMap((key) => decodeKept(texts.get(key)) ?? [])
        .map(({ from, write, at, typed }) => ({ from, write, at, typed }))
        .sort((a, b) => a.at - b.at),
    keep: (kept) => store(kept, 0),
    remove: (id) => texts.remove(keyOf(id)),
    hold: (kept) => {
      const stored = read(pendingId(kept.write));
      const free = stored === null || stored.heldBy === tab || stored.heldUntil <= now();
      if (free) {
        store(kept, now() + LONGEST_ATTEMPT);
      }
      return free;
    },
    release: (kept) => {
      if (read(pendingId(kept.write))?.heldBy === tab) {
        store(kept, 0);
      }
    },
  };
}

function encodeKept({ from, write, at, typed, heldBy, heldUntil }: Stored): string {
  return JSON.stringify({ from, write: encodePending(write), at, typed, heldBy, heldUntil });
}

/** null for what cannot be read: cut off, or of another version. */
function decodeKept(text: string | null): Stored | null {
  const raw = parseJson(text);
  const write = decodePending(textOf(raw, 'write'));
  const typed = fieldOf(raw, 'typed');
  return (
    write && {
      write,
      from: { subject: textOf(raw, 'from', 'subject'), field: textOf(raw, 'from', 'field') },
      at: numberOf(raw, 'at'),
      typed: typeof typed === 'string' ? typed : null,
      heldBy: textOf(raw, 'heldBy'),
      heldUntil: numberOf(raw, 'heldUntil'),
    }
  );
}

function numberOf(raw: unknown, name: string): number {
  const value = fieldOf(raw, name);
  return typeof value === 'number' ? value : 0;
}

/** The write as text for the browser's storage, in the form in which it will be stored in Grafana: what does not fit there goes here too. */
export function encodePending(write: PendingWrite): string {
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

/** Reads what `encodePending` wrote; null for anything else. */
export function decodePending(raw: string): PendingWrite | null {
  const kept = parseJson(raw);
  if (!isObject(kept)) {
    return null;
  }
  const draftId = typeof kept.draftId === 'number' ? kept.draftId : null;
  if (isId(kept.marker)) {
    return { what: 'marker', nearMiss: kept.marker, draftId };
  }
  const decoded = decode({ id: 1, text: kept.text, dashboardUID: kept.dashboardUid });
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
