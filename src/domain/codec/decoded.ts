import type { Annotation } from './annotation';
import type { Change, Entry, NearMissRecord } from '../record/record';

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

/** The decoded items of one sort. */
export function decodedOf<W extends Decoded['what']>(
  decoded: readonly Decoded[],
  what: W
): Array<Extract<Decoded, { what: W }>> {
  return decoded.filter((item): item is Extract<Decoded, { what: W }> => item.what === what);
}
