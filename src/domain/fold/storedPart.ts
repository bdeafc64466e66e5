import type { NearMiss } from './nearMiss';
import type { DecodedChange, DecodedEntry, DecodedRecord } from '../codec/decoded';
import type { FormerId, WrittenBy } from '../record/record';

/** What every stored part has, whichever of the three it is. */
export interface PartIdentity {
  id: string;
  /** Id of the near miss it belongs to; a record's own. */
  nearMiss: string;
  version: number;
  writtenBy: WrittenBy | null;
  formerId?: FormerId;
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

/** What is stored under one near-miss id, told apart. Everything in it is in the order of Grafana's numbers. */
export interface Gathered {
  record: DecodedRecord;
  /** Kept where the record is, one of each id. */
  changes: readonly DecodedChange[];
  /** Kept where the record is, one of each id; also those that others replaced. */
  entries: readonly DecodedEntry[];
  /** Nothing would be missed without them: posted twice, or copies of a move under way. */
  spare: readonly StoredPart[];
  /** They carry its id and are no part of it: another record, what lies in another place, a second thing under one id. */
  foreign: readonly StoredPart[];
}

/** Everything that is stored of one near miss: as people see it, and as it was found. */
export interface WholeNearMiss extends Gathered {
  nearMiss: NearMiss;
}

/** Something tagged as ours that is part of no readable near miss. */
export interface LeftOut {
  annotationId: number;
  why: 'unreadable' | 'without-record' | 'foreign';
  /** What `decode` says; empty when it can be read. */
  detail: string;
}

/** What is stored, by what it belongs to. */
interface StoredParts {
  /** Those that count, by near-miss id. */
  records: ReadonlyMap<string, DecodedRecord>;
  /** Changes and entries without a record, oldest first. */
  orphans: ReadonlyArray<DecodedChange | DecodedEntry>;
}

/** What `decode` made of many annotations, put together by near miss. */
export interface GatheredNearMisses {
  /** Newest first by when somebody acted. */
  whole: readonly WholeNearMiss[];
  leftOut: readonly LeftOut[];
  stored: StoredParts;
}
