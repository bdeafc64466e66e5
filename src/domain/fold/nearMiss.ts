import type { Entry, FieldName, NearMissFields, NearMissRecord } from '../record/record';
import type { Authorship } from './authorship';
import type { Place } from '../record/place';

/** Two or more values of one field, written from the same base: all shown until someone picks. */
export interface Conflict {
  field: FieldName;
  /** Oldest first; the last one is what the folded near miss holds meanwhile. */
  values: ReadonlyArray<{ changeId: string; value: NearMissFields[FieldName]; author: Authorship }>;
}

export interface HistoryItem {
  changeId: string;
  author: Authorship;
  set: Partial<NearMissFields>;
  /** For each field set, what had set it before: as many as had different values, so several where this change settled a conflict. */
  before: Partial<Record<FieldName, ReadonlyArray<Partial<NearMissFields>>>>;
}

/** What people see: a record with its changes folded in. */
export interface NearMiss extends NearMissRecord {
  annotationId: number;
  place: Place;
  /** The record annotation's own times (epoch ms), which its changes and entries repeat even after `actedAt` was edited. */
  time: number;
  timeEnd: number;
  author: Authorship;
  /** For each changed field the ids of its newest changes: the base of the next change. */
  heads: Partial<Record<FieldName, readonly string[]>>;
  conflicts: readonly Conflict[];
  /** Oldest first. */
  history: readonly HistoryItem[];
  /** Why it cannot be edited here, or null. */
  readOnly: 'newer-version' | null;
  /** Names of the parts that were stored in a form this code could not read. */
  unreadParts: readonly string[];
  /** Annotation ids of further records that say the very same: POSTed twice, or copies of a move under way. */
  twins: readonly number[];
}

/** An entry as shown on the worksheet, after replacements. */
export interface ShownEntry extends Entry {
  annotationId: number;
  author: Authorship;
  /** True when a later entry of the same login replaced an earlier one. */
  edited: boolean;
}
