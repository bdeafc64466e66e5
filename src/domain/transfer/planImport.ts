import { contentOf, encodeImported } from './copy';
import { fold } from '../fold/fold';
import type { NearMiss } from '../fold/nearMiss';
import { headline } from '../record/headline';
import { SCHEMA_VERSION } from '../record/record';
import { MOST_COPY_BYTES, textBytes } from '../codec/payload';
import { placeOf } from '../record/place';
import type { ReadExport, ReadItem, ReadNearMiss } from './readExportFile';
import { sameValue } from '../json/sameValue';
import { type StoredPart, type StoredParts, partIdentity } from '../fold/storedPart';

export type Verdict = 'new' | 'same' | 'refused';

/** Why an item of a file is not imported. */
type ImportRefusal =
  'unreadable' | 'of-another' | 'twice-in-file' | 'differs' | 'newer-version' | 'too-large' | 'without-record';

export interface PlannedItem {
  what: 'record' | 'change' | 'entry';
  /** Empty when it could not be read. */
  id: string;
  verdict: Verdict;
  /** null unless refused. */
  reason: ImportRefusal | null;
  /** What `decode` says of something unreadable, else empty. */
  detail: string;
}

export interface PlannedNearMiss {
  /** Empty when it could not be read. */
  id: string;
  title: string;
  /** The record first, then changes and entries as in the file. */
  items: readonly PlannedItem[];
  /** What is to be written, in this order: the fold goes by the time of writing. */
  parts: readonly StoredPart[];
  /** As the file tells it; place and times those of the stored record when it is here already. null when refused. */
  nearMiss: NearMiss | null;
  /** True when the record is here already: what is new joins it, wherever the rest goes. */
  isHere: boolean;
}

/** The dry run of an import: nothing but `parts` would be written. */
export interface ImportPlan {
  nearMisses: readonly PlannedNearMiss[];
  /** Of near misses, by their record, and of their changes and entries. */
  counts: Readonly<Record<'nearMisses' | 'additions', Readonly<Record<Verdict, number>>>>;
}

interface Seen {
  stored: StoredParts;
  /** Ids of the file so far, each with its sort. */
  ids: Set<string>;
  link: (id: string) => string;
}

type Judged = { planned: PlannedItem; part: StoredPart | null };

/**
 * What an import of the file would do here. Ids decide: one that is here with the same content is the same, with any other
 * content refused, because what is stored stays. Doing it and planning again gives nothing but the same. `link`: the
 * address of a near miss's page, which is part of what is written.
 */
export function planImport(file: ReadExport, stored: StoredParts, link: (id: string) => string): ImportPlan {
  const seen: Seen = { stored, ids: new Set(), link };
  const nearMisses = file.nearMisses.map((read) => planOne(read, seen));
  const items = nearMisses.flatMap((one) => one.items);
  return {
    nearMisses,
    counts: {
      nearMisses: count(items.filter(({ what }) => what === 'record')),
      additions: count(items.filter(({ what }) => what !== 'record')),
    },
  };
}

function count(items: readonly PlannedItem[]): Record<Verdict, number> {
  const counts = { new: 0, same: 0, refused: 0 };
  items.forEach(({ verdict }) => counts[verdict]++);
  return counts;
}

function planOne(read: ReadNearMiss, seen: Seen): PlannedNearMiss {
  const nearMiss = nearMissOf(read, seen.stored);
  const record = judge(read.record, 'record', nearMiss, seen);
  const usable = record.planned.verdict !== 'refused';
  const additions = [
    ...read.changes.map((item) => judge(item, 'change', usable ? nearMiss : null, seen)),
    ...read.entries.map((item) => judge(item, 'entry', usable ? nearMiss : null, seen)),
  ];
  const judged = [record, ...additions];
  return {
    id: read.id,
    title: nearMiss ? headline(nearMiss) : '',
    items: judged.map(({ planned }) => planned),
    parts: judged.flatMap(({ planned, part }) => (planned.verdict === 'new' && part ? [part] : [])),
    nearMiss: usable ? nearMiss : null,
    isHere: record.planned.verdict === 'same',
  };
}

function nearMissOf({ record, changes }: ReadNearMiss, { records }: StoredParts): NearMiss | null {
  const readable = changes.flatMap((change) => (change.ok ? [change.item] : []));
  const [nearMiss] = record.ok ? fold([record.item], readable) : [];
  if (!nearMiss) {
    return null;
  }
  const here = records.get(nearMiss.id)?.annotation;
  if (!here) {
    return nearMiss;
  }
  const { time, timeEnd } = here;
  return { ...nearMiss, time, timeEnd, place: placeOf(here) };
}

function judge(
  read: ReadItem<'record' | 'change' | 'entry'>,
  what: PlannedItem['what'],
  of: NearMiss | null,
  seen: Seen
): Judged {
  if (!read.ok) {
    return {
      planned: { what, id: read.id, verdict: 'refused', reason: 'unreadable', detail: read.detail },
      part: null,
    };
  }
  const part = read.item;
  const id = partIdentity(part).id;
  const key = `${what} ${id}`;
  const verdict = verdictOn(part, of, seen.ids.has(key), seen);
  seen.ids.add(key);
  return {
    planned: {
      what,
      id,
      verdict: verdict === 'new' || verdict === 'same' ? verdict : 'refused',
      reason: verdict === 'new' || verdict === 'same' ? null : verdict,
      detail: '',
    },
    part,
  };
}

function verdictOn(part: StoredPart, of: NearMiss | null, twice: boolean, seen: Seen) {
  if (!of) {
    return 'without-record';
  }
  if (twice) {
    return 'twice-in-file';
  }
  if (partIdentity(part).nearMiss !== of.id) {
    return 'of-another';
  }
  const link = seen.link(of.id);
  const stored = storedOf(part, seen.stored);
  if (stored) {
    return isSame(part, stored, of, link) ? 'same' : 'differs';
  }
  return partIdentity(part).version > SCHEMA_VERSION ? 'newer-version' : fits(part, of, link);
}

/** A copy that says who wrote it first may be too large for all of its evidence: then that copy is what the file makes here. */
function isSame(part: StoredPart, stored: StoredPart, of: NearMiss, link: string): boolean {
  const there = contentOf(stored.annotation);
  return sameValue(contentOf(part.annotation), there) || sameValue(contentOf(encodeImported(part, of, link)), there);
}

/** Sentence, link and first writer take less; only what comes near the bound has to be encoded to know. */
const ROOM = 4_000;

function fits(part: StoredPart, of: NearMiss, link: string): 'new' | 'too-large' {
  if (textBytes(part.annotation.text) < MOST_COPY_BYTES - ROOM) {
    return 'new';
  }
  return textBytes(encodeImported(part, of, link).text) > MOST_COPY_BYTES ? 'too-large' : 'new';
}

function storedOf(part: StoredPart, { records, changes, entries }: StoredParts): StoredPart | undefined {
  switch (part.what) {
    case 'record':
      return records.get(part.record.id);
    case 'change':
      return changes.get(part.change.id);
    case 'entry':
      return entries.get(part.entry.id);
  }
}
