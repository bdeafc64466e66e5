import type { NearMiss } from './nearMiss';
import type { DecodedChange, DecodedEntry, DecodedRecord } from '../codec/decoded';
import type { WrittenBy } from '../record/record';

/** What every stored part has, whichever of the three it is. */
export interface PartIdentity {
  id: string;
  /** Id of the near miss it belongs to; a record's own. */
  nearMiss: string;
  version: number;
  writtenBy: WrittenBy | null;
}

/** Id, near miss, version and first writer of a part. */
export function partIdentity(part: StoredPart): PartIdentity {
  switch (part.what) {
    case 'record':
      return { ...part.record, nearMiss: part.record.id };
    case 'change':
      return part.change;
    case 'entry':
      return part.entry;
  }
}

/** What near misses are stored in; markers follow from it. */
export type StoredPart = DecodedRecord | DecodedChange | DecodedEntry;

/** Everything that is stored of one near miss: as people see it, and as it was found. */
export interface WholeNearMiss {
  nearMiss: NearMiss;
  record: DecodedRecord;
  /** Oldest first, without twins. */
  changes: readonly DecodedChange[];
  /** Oldest first, without twins; also those that others replaced. */
  entries: readonly DecodedEntry[];
}

/** Something tagged as ours that belongs to no readable near miss. */
export interface LeftOut {
  annotationId: number;
  why: 'unreadable' | 'without-record';
  /** What `decode` says; empty when the record is missing. */
  detail: string;
}

/** What is stored, by id; of several with one id the oldest. */
export interface StoredParts {
  records: ReadonlyMap<string, DecodedRecord>;
  changes: ReadonlyMap<string, DecodedChange>;
  entries: ReadonlyMap<string, DecodedEntry>;
}

/** What `decode` made of many annotations, put together by near miss. */
export interface GatheredNearMisses {
  /** Newest first by the annotation's end. */
  whole: readonly WholeNearMiss[];
  leftOut: readonly LeftOut[];
  stored: StoredParts;
}
