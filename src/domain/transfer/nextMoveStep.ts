import type { Annotation, NewAnnotation } from '../codec/annotation';
import { encodeImported, isCopyOf } from './copy';
import { contentOf, isAsGoodAs, isSamePart } from '../fold/isAsGoodAs';
import { foldGathered } from '../fold/fold';
import { gather } from '../fold/gather';
import type { NearMiss } from '../fold/nearMiss';
import { SCHEMA_VERSION } from '../record/record';
import { oldestFirst } from '../fold/oldestFirst';
import { isKeptIn, type Place } from '../record/place';
import { sameValue } from '../json/sameValue';
import { type Gathered, type StoredPart, partIdentity, type WholeNearMiss } from '../fold/storedPart';
import type { DecodedChange, DecodedEntry, DecodedRecord } from '../codec/decoded';
import { MOST_COPY_BYTES, textBytes } from '../codec/payload';

export interface NearMissesIn {
  /** Their record counts there. */
  whole: readonly WholeNearMiss[];
  /** Kept elsewhere by now, and what lies here has a copy there: a move ended early. */
  leftovers: readonly WholeNearMiss[];
  /** Kept elsewhere, and somebody added to them here: it does not count while it lies here. */
  addedTo: readonly WholeNearMiss[];
}

/** Those of which something is moved: what was only added goes where it is asked for. */
export function movedOf({ whole, leftovers, addedTo }: NearMissesIn, added: boolean): readonly WholeNearMiss[] {
  return [...new Set([...whole, ...leftovers, ...(added ? addedTo : [])])];
}

/** What of the near misses is kept in a place. `team` empty: all. */
export function nearMissesKeptIn(all: readonly WholeNearMiss[], place: Place, team: string): NearMissesIn {
  const name = team.trim().toLowerCase();
  const isHere = isKeptIn(place);
  const ofTeam = all.filter(({ nearMiss }) => name === '' || nearMiss.team.trim().toLowerCase() === name);
  const elsewhere = ofTeam.filter(({ record }) => !isHere(record));
  const isAddition = ({ what }: StoredPart) => what !== 'record';
  return {
    whole: ofTeam.filter(({ record }) => isHere(record)),
    leftovers: elsewhere.filter(({ spare }) => spare.some(isHere)),
    addedTo: elsewhere.filter(({ foreign }) => foreign.filter(isHere).some(isAddition)),
  };
}

export interface Move {
  from: Place;
  to: Place;
  /** Also what was added in the old place to near misses that are kept in the new one: once moved, it counts. */
  added?: boolean;
}

/** What is stored under one near-miss id, in whichever places. */
export interface FoundParts {
  records: readonly DecodedRecord[];
  changes: readonly DecodedChange[];
  entries: readonly DecodedEntry[];
  broken: readonly Annotation[];
}

/** Why a near miss stays where it is. */
type MoveRefusal =
  /** Something of it in the old place cannot be read, so it could not be copied either. */
  | 'unreadable'
  | 'newer-version'
  /** The copy also names the first writer, and would not hold everything. */
  | 'too-large'
  /** The new place holds something of its id with another content. */
  | 'differs'
  /** Another record with its id would count once this one is gone. */
  | 'rival'
  /** It is kept in neither of the two places. */
  | 'kept-elsewhere'
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
  /** Each has a copy. In this order: of what is left, the lowest number goes on counting. */
  | { do: 'delete'; originals: readonly StoredPart[] }
  /** Nothing of it is in the old place. */
  | { do: 'nothing' }
  | ({ do: 'refuse' } & Refused);

/** Why, and for a rival which it is. */
export interface Refused {
  why: MoveRefusal;
  rival: Annotation | null;
}

/**
 * What comes next in moving one near miss, from nothing but what is stored: so a move can end at any point, and the same
 * question asked again continues it. First everything is copied; then the record goes, whereby the copies count, all at once;
 * then what was added to it.
 */
export function nextMoveStep(found: FoundParts, move: Move, link: (id: string) => string): MoveStep {
  const parts = oldestFirst<StoredPart>([...found.records, ...found.changes, ...found.entries]);
  const [gathered] = gather(parts);
  const isOld = isKeptIn(move.from);
  if (!gathered) {
    return parts.some(isOld) ? refuse('without-record') : { do: 'nothing' };
  }
  const originals = originalsIn(parts.filter(isOld), gathered, move);
  if (originals.length === 0) {
    return { do: 'nothing' };
  }
  const refused = refusalOf(originals, gathered, found, move);
  if (refused) {
    return { do: 'refuse', ...refused };
  }
  const there = parts.filter(isKeptIn(move.to));
  const missing = withoutRepeats(originals.filter((original) => !there.some((part) => isCopyOf(part, original))));
  const nearMiss = { ...foldGathered(gathered), place: move.to };
  return missing.length > 0 ? copyStep(missing, nearMiss, link(nearMiss.id)) : deleteStep(originals);
}

const refuse = (why: MoveRefusal): MoveStep => ({ do: 'refuse', why, rival: null });

/** What is to leave the old place: all of a near miss kept there; else what has its equal where it is kept, or is asked for too. */
function originalsIn(
  old: readonly StoredPart[],
  { record, foreign }: Gathered,
  { from, added = false }: Move
): StoredPart[] {
  const own = old.filter((part) => part.what !== 'record' || !foreign.includes(part));
  return isKeptIn(from)(record) || added ? own : own.filter((part) => !foreign.includes(part));
}

function refusalOf(
  originals: readonly StoredPart[],
  gathered: Gathered,
  { records, changes, entries, broken }: FoundParts,
  { from, to }: Move
): Refused | null {
  const { record } = gathered;
  if (broken.some((annotation) => isKeptIn(from)({ annotation }))) {
    return { why: 'unreadable', rival: null };
  }
  if (originals.some((part) => partIdentity(part).version > SCHEMA_VERSION)) {
    return { why: 'newer-version', rival: null };
  }
  if (!isKeptIn(from)(record)) {
    return isKeptIn(to)(record) ? null : { why: 'kept-elsewhere', rival: null };
  }
  const [heir] = oldestFirst(records.filter((one) => !originals.includes(one)));
  if (heir && !(isKeptIn(to)(heir) && isAsGoodAs(heir, record))) {
    return { why: 'rival', rival: heir.annotation };
  }
  const there = oldestFirst<StoredPart>([...changes, ...entries].filter(isKeptIn(to)));
  const differs = [...gathered.changes, ...gathered.entries].some((part) => {
    const after = there.find((other) => isSamePart(other, part));
    return after !== undefined && !isAsGoodAs(after, part);
  });
  return differs ? { why: 'differs', rival: null } : null;
}

// One copy is enough for what was posted twice.
function withoutRepeats(parts: readonly StoredPart[]): StoredPart[] {
  return parts.filter((part, index) => !parts.slice(0, index).some((earlier) => isAsGoodAs(earlier, part)));
}

function copyStep(missing: readonly StoredPart[], target: NearMiss, link: string): MoveStep {
  const parts = missing.map((original) => ({ original, copy: encodeImported(original, target, link) }));
  return parts.every(isLossless) ? { do: 'copy', parts } : refuse('too-large');
}

function isLossless({ original, copy }: Copying): boolean {
  return textBytes(copy.text) <= MOST_COPY_BYTES && sameValue(contentOf(original.annotation), contentOf(copy));
}

// Additions without their record do not count, so they never stand beside their own copies. Of records posted twice the one
// that counts goes last.
function deleteStep(originals: readonly StoredPart[]): MoveStep {
  const newestFirst = [...originals].reverse();
  const records = newestFirst.filter(({ what }) => what === 'record');
  return { do: 'delete', originals: records.length > 0 ? records : newestFirst };
}
