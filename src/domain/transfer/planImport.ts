import { encodeImported } from './copy';
import { fold } from '../fold/fold';
import { partKey } from '../fold/isAsGoodAs';
import type { NearMiss } from '../fold/nearMiss';
import { headline } from '../record/headline';
import { newId } from '../record/id';
import { SCHEMA_VERSION } from '../record/record';
import { MOST_COPY_BYTES, textBytes } from '../codec/payload';
import type { Place } from '../record/place';
import type { ReadExport, ReadItem, ReadNearMiss } from './readExportFile';
import { type GatheredNearMisses, type StoredPart, partIdentity } from '../fold/storedPart';
import { byKey, knownHere, type Counterpart, counterpartOf } from './counterpart';

export type Verdict = 'new' | 'same' | 'refused';

/** Why an item of a file is not imported. */
type ImportRefusal = 'unreadable' | 'of-another' | 'twice-in-file' | 'newer-version' | 'too-large' | 'without-record';

export interface PlannedItem {
  what: 'record' | 'change' | 'entry';
  /** Empty when it could not be read. */
  id: string;
  /** The id it goes by here, because under its own stands something else; else empty. */
  under: string;
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
  /** As the file tells it, under the id it goes by here; place and times those of the stored record when it is here. null when refused. */
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
  here: ReturnType<typeof knownHere>;
  place: Place | null;
  /** What of the file was met so far, under the ids of the file. */
  met: Set<string>;
  link: (id: string) => string;
  newId: () => string;
}

interface PlanOptions {
  /** The address of a near miss's page, which is part of what is written. */
  link: (id: string) => string;
  /** Where near misses are to go that are not here; null while nobody has said. */
  place: Place | null;
  /** Default: random. */
  newId?: () => string;
}

type Judged = { planned: PlannedItem; part: StoredPart | null };

/**
 * What an import of the file would do here. What is here with the same content by the same first writer is the same; where
 * something else stands under an id, the file's comes under a new one, which notes the former: what is stored stays, and nothing
 * of the file is kept out by it. Doing it and planning again gives nothing but the same.
 */
export function planImport(
  file: ReadExport,
  here: GatheredNearMisses,
  { link, place, newId: made = newId }: PlanOptions
): ImportPlan {
  const seen: Seen = { here: knownHere(here), place, met: new Set(), link, newId: made };
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
  const told = toldBy(read);
  const counterpart = told && read.record.ok ? recordCounterpart(read.record.item, told, seen) : null;
  const nearMiss = told && counterpart && nearMissAt(told, counterpart, seen);
  const record = judge(
    read.record,
    'record',
    { fileId: read.id, of: nearMiss, counterpartOf: () => counterpart },
    seen
  );
  const of = record.planned.verdict === 'refused' ? null : nearMiss;
  const among: Among = { fileId: read.id, of, counterpartOf: of ? additionCounterparts(of, seen) : () => null };
  const additions = [
    ...read.changes.map((item) => judge(item, 'change', among, seen)),
    ...read.entries.map((item) => judge(item, 'entry', among, seen)),
  ];
  const judged = [record, ...additions];
  return {
    id: read.id,
    title: nearMiss ? headline(nearMiss) : '',
    items: judged.map(({ planned }) => planned),
    parts: judged.flatMap(({ planned, part }) => (planned.verdict === 'new' && part ? [part] : [])),
    nearMiss: of,
    isHere: record.planned.verdict === 'same',
  };
}

function toldBy({ record, changes }: ReadNearMiss): NearMiss | null {
  const readable = changes.flatMap((change) => (change.ok ? [change.item] : []));
  const [told = null] = record.ok ? fold([record.item], readable) : [];
  return told;
}

function recordCounterpart(part: StoredPart, told: NearMiss, { here, link, newId: made }: Seen): Counterpart {
  const { id } = told;
  return counterpartOf(part, {
    ...{
      known: here.nearMiss(id)?.record,
      candidates: here.formerly(id),
      nearMiss: id,
      newIds: new Map(),
      newId: made,
    },
    encoded: (one) => encodeImported(one, told, link(partIdentity(one).id)),
  });
}

function nearMissAt(told: NearMiss, { part, isHere }: Counterpart, { here }: Seen): NearMiss {
  const { id } = partIdentity(part);
  const there = isHere ? here.nearMiss(id)?.nearMiss : undefined;
  return { ...told, id, ...(there && { time: there.time, timeEnd: there.timeEnd, place: there.place }) };
}

/** In the order of the file, so that what a part names has its id here before it. */
function additionCounterparts(of: NearMiss, { here, place, link, newId: made }: Seen): Among['counterpartOf'] {
  const stored = here.additionsOf(of.id, place);
  const known = byKey(stored);
  const renamings = {
    record: new Map<string, string>(),
    change: new Map<string, string>(),
    entry: new Map<string, string>(),
  };
  return (part) => {
    const { id } = partIdentity(part);
    const newIds = renamings[part.what];
    const counterpart = counterpartOf(part, {
      known: known.get(`${part.what} ${of.id} ${id}`),
      candidates: stored.filter((one) => one.what === part.what && partIdentity(one).formerId === id),
      ...{ nearMiss: of.id, newIds, newId: made },
      encoded: (one) => encodeImported(one, of, link(of.id)),
    });
    const under = partIdentity(counterpart.part).id;
    if (under !== id) {
      newIds.set(id, under);
    }
    return counterpart;
  };
}

/** What an item of the file stands among. */
interface Among {
  /** The near miss's id in the file. */
  fileId: string;
  /** What it belongs to here; null when that is refused. */
  of: NearMiss | null;
  counterpartOf: (part: StoredPart) => Counterpart | null;
}

function judge(
  read: ReadItem<'record' | 'change' | 'entry'>,
  what: PlannedItem['what'],
  among: Among,
  seen: Seen
): Judged {
  const refused = { what, under: '', verdict: 'refused', detail: '' } as const;
  if (!read.ok) {
    return { planned: { ...refused, id: read.id, reason: 'unreadable', detail: read.detail }, part: null };
  }
  const { id } = partIdentity(read.item);
  const reason = refusalOf(read.item, among, seen);
  const counterpart = reason === null ? among.counterpartOf(read.item) : null;
  if (!among.of || !counterpart) {
    return { planned: { ...refused, id, reason: reason ?? 'without-record' }, part: null };
  }
  const { part, isHere } = counterpart;
  const under = partIdentity(part).id === id ? '' : partIdentity(part).id;
  const unfit = isHere ? null : unfitness(part, among.of, seen.link(among.of.id));
  const verdict = isHere ? 'same' : unfit ? 'refused' : 'new';
  return { planned: { what, id, under, verdict, reason: unfit, detail: '' }, part };
}

/** Why the file itself keeps it out; `met` learns of it. */
function refusalOf(part: StoredPart, { fileId, of }: Among, { met }: Seen): ImportRefusal | null {
  const isTwice = met.has(partKey(part));
  met.add(partKey(part));
  if (!of) {
    return 'without-record';
  }
  if (isTwice) {
    return 'twice-in-file';
  }
  return partIdentity(part).nearMiss === fileId ? null : 'of-another';
}

/** Sentence, link, former id and first writer take less; only what comes near the bound has to be encoded to know. */
const ROOM = 4_000;

function unfitness(part: StoredPart, of: NearMiss, link: string): ImportRefusal | null {
  if (partIdentity(part).version > SCHEMA_VERSION) {
    return 'newer-version';
  }
  const isFar = textBytes(part.annotation.text) < MOST_COPY_BYTES - ROOM;
  return isFar || textBytes(encodeImported(part, of, link).text) <= MOST_COPY_BYTES ? null : 'too-large';
}
