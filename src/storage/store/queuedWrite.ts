import type { Change, Entry, NearMissRecord } from '../../domain/record/record';
import { type Place } from '../../domain/record/place';

/** One thing to be written. Its own id makes every repetition safe: the store looks for it first. */
export type QueuedWrite =
  /** `draftId`: annotation id of the draft that it completes. */
  | { what: 'record'; record: NearMissRecord; place: Place; draftId: number | null }
  | { what: 'change'; change: Change }
  | { what: 'entry'; entry: Entry }
  /** Of a record that is stored. `draftId`: of the draft that becomes it. */
  | { what: 'marker'; nearMiss: string; draftId: number | null };

/** The id of what is written: a record's, a change's or an entry's own; a marker goes by that of its near miss. */
export function queuedId(write: QueuedWrite): string {
  switch (write.what) {
    case 'record':
      return write.record.id;
    case 'change':
      return write.change.id;
    case 'entry':
      return write.entry.id;
    case 'marker':
      return write.nearMiss;
  }
}
