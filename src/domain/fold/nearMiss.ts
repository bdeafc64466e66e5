import type { Annotation } from '../codec/annotation';
import type { Change, Entry, FieldName, NearMissFields, NearMissRecord, Place, WrittenBy } from '../record/record';

/** Who wrote a stored thing, and whether the words are still theirs. */
export interface Authorship {
  login: string;
  /** Epoch ms. */
  at: number;
  /** True while `updated = created`; otherwise it was changed outside Near Miss and Grafana does not say by whom. */
  sealed: boolean;
  /** When it was last changed outside Near Miss, epoch ms; null while it was not, or not since it was copied here. */
  changedAt: number | null;
  writtenBy: WrittenBy | null;
}

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
  /** Annotation ids of younger twins (same near-miss id POSTed twice). */
  twins: readonly number[];
}

/** A native annotation tagged `near-miss` without a record. */
export interface Draft {
  annotationId: number;
  /** When it was posted, epoch ms; no PATCH changes it. */
  created: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
  dashboardUid: string;
  panelId: number;
  login: string;
}

/** An entry as shown on the worksheet, after replacements. */
export interface ShownEntry extends Entry {
  annotationId: number;
  author: Authorship;
  /** True when a later entry of the same login replaced an earlier one. */
  edited: boolean;
}

/** What `decode` makes of one annotation; it never throws. */
export type Decoded =
  | { what: 'record'; record: NearMissRecord; annotation: Annotation; unreadParts: readonly string[] }
  | { what: 'change'; change: Change; annotation: Annotation; unreadParts: readonly string[] }
  | { what: 'entry'; entry: Entry; annotation: Annotation }
  | { what: 'marker'; nearMiss: string; annotation: Annotation }
  | { what: 'draft'; draft: Draft }
  | { what: 'unreadable'; reason: string; annotation: Annotation | null };

export type DecodedRecord = Extract<Decoded, { what: 'record' }>;
export type DecodedChange = Extract<Decoded, { what: 'change' }>;
export type DecodedEntry = Extract<Decoded, { what: 'entry' }>;
