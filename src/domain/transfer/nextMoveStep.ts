import type { Annotation, NewAnnotation } from '../codec/annotation';
import { contentOf, encodeImported, isAsGoodAs, isCopyOf, isSamePart } from './copy';
import { fold } from '../fold/fold';
import type { NearMiss } from '../fold/nearMiss';
import { SCHEMA_VERSION } from '../record/record';
import { oldestFirst } from '../fold/oldestFirst';
import { isKeptIn, type Place } from '../record/place';
import { sameValue } from '../json/sameValue';
import { type StoredPart, partIdentity, type WholeNearMiss } from '../fold/storedPart';
import type { DecodedChange, DecodedEntry, DecodedRecord } from '../codec/decoded';
import { MOST_COPY_BYTES, textBytes } from '../codec/payload';

export interface NearMissesIn {
  /** Their record counts there. */
  whole: readonly WholeNearMiss[];
  /** Kept elsewhere by now, but something was added in this place since, or a move ended early. */
  leftovers: readonly WholeNearMiss[];
}

/** What of the near misses is kept in a place; of things stored twice the older one counts, as everywhere. `team` empty: all. */
export function nearMissesKeptIn(all: readonly WholeNearMiss[], place: Place, team: string): NearMissesIn {
  const name = team.trim().toLowerCase();
  const there = all
    .filter(({ nearMiss }) => name === '' || nearMiss.team.trim().toLowerCase() === name)
    .filter(({ record, changes, entries }) => [record, ...changes, ...entries].some(isKeptIn(place)));
  return {
    whole: there.filter(({ record }) => isKeptIn(place)(record)),
    leftovers: there.filter(({ record }) => !isKeptIn(place)(record)),
  };
}

export interface Move {
  from: Place;
  to: Place;
}

/** What is stored under one near-miss id, in whichever places. */
export interface FoundParts {
  records: readonly DecodedRecord[];
  changes: readonly DecodedChange[];
  entries: readonly DecodedEntry[];
  broken: readonly Annotation[];
}

/** Why a near miss stays where it is. */
export type MoveRefusal =
  /** Something of it in the old place cannot be read, so it could not be copied either. */
  | 'unreadable'
  | 'newer-version'
  /** The copy also names the first writer, and would not hold everything. */
  | 'too-large'
  /** The new place holds something of its id with another content. */
  | 'differs'
  | 'without-record'
  /** What was done does not show, or somebody else moves it too. */
  | 'unsettled';

export interface Copying {
  original: StoredPart;
  copy: NewAnnotation;
}

export type MoveStep =
  /** In this order: the fold goes by the time of writing. */
  | { do: 'copy'; parts: readonly Copying[] }
  /** Each has a copy. In this order: of what is left, the oldest goes on counting. */
  | { do: 'delete'; originals: readonly StoredPart[] }
  /** Nothing of it is in the old place. */
  | { do: 'nothing' }
  | { do: 'refuse'; why: MoveRefusal };

/**
 * What comes next in moving one near miss, from nothing but what is stored: so a move can end at any point, and the same
 * question asked again continues it. First everything is copied, then what has a copy is deleted, the record last.
 */
export function nextMoveStep(found: FoundParts, { from, to }: Move, link: (id: string) => string): MoveStep {
  const all = oldestFirst<StoredPart>([...found.records, ...found.changes, ...found.entries]);
  const originals = all.filter(isKeptIn(from));
  if (originals.length === 0) {
    return { do: 'nothing' };
  }
  const [nearMiss] = fold(found.records, found.changes);
  const why = nearMiss ? refusalOf(all, { from, to }, found.broken) : 'without-record';
  if (!nearMiss || why !== null) {
    return { do: 'refuse', why: why ?? 'without-record' };
  }
  const there = all.filter(isKeptIn(to));
  const missing = withoutRepeats(originals.filter((original) => !there.some((part) => isCopyOf(part, original))));
  return missing.length > 0 ? copyStep(missing, { ...nearMiss, place: to }, link(nearMiss.id)) : deleteStep(originals);
}

function refusalOf(all: readonly StoredPart[], { from, to }: Move, broken: readonly Annotation[]): MoveRefusal | null {
  if (broken.some((annotation) => isKeptIn(from)({ annotation }))) {
    return 'unreadable';
  }
  const originals = all.filter(isKeptIn(from));
  if (originals.some((part) => partIdentity(part).version > SCHEMA_VERSION)) {
    return 'newer-version';
  }
  return originals.some((part) => wouldDiffer(part, all, to)) ? 'differs' : null;
}

/** Whether people would see something else under that id once the old place is empty: the oldest counts. */
function wouldDiffer(part: StoredPart, all: readonly StoredPart[], to: Place): boolean {
  const same = all.filter((other) => isSamePart(other, part));
  const [counting] = same;
  const [after] = same.filter(isKeptIn(to));
  return counting !== undefined && after !== undefined && !isAsGoodAs(after, counting);
}

// One copy is enough for what was posted twice.
function withoutRepeats(parts: readonly StoredPart[]): StoredPart[] {
  return parts.filter((part, index) => !parts.slice(0, index).some((earlier) => isAsGoodAs(earlier, part)));
}

function copyStep(missing: readonly StoredPart[], target: NearMiss, link: string): MoveStep {
  const parts = missing.map((original) => ({ original, copy: encodeImported(original, target, link) }));
  return parts.every(isLossless) ? { do: 'copy', parts } : { do: 'refuse', why: 'too-large' };
}

function isLossless({ original, copy }: Copying): boolean {
  return textBytes(copy.text) <= MOST_COPY_BYTES && sameValue(contentOf(original.annotation), contentOf(copy));
}

// The newest first: what is left in the old place is then older than every copy, and folds in the same order as before.
function deleteStep(originals: readonly StoredPart[]): MoveStep {
  const newestFirst = [...originals].reverse();
  const additions = newestFirst.filter(({ what }) => what !== 'record');
  return { do: 'delete', originals: additions.length > 0 ? additions : newestFirst };
}
