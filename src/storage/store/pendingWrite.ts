import { decode } from '../../domain/codec/decode';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { isId } from '../../domain/record/id';
import { isObject } from '../../domain/json/json';
import type { Change, Entry, NearMissRecord, Place } from '../../domain/record/record';
import { writePayload } from '../../domain/codec/payload';
import { placed } from '../../domain/record/placed';
import { placeOf } from '../../domain/record/place';

/** One thing to be written. Its own id makes every repetition safe: the store looks for it first. */
export type PendingWrite =
  /** `draftId`: annotation id of the draft that it completes. */
  | { what: 'record'; record: NearMissRecord; place: Place; draftId: number | null }
  | { what: 'change'; change: Change }
  | { what: 'entry'; entry: Entry }
  /** Of a record that is stored. `draftId`: of the draft that becomes it. */
  | { what: 'marker'; nearMiss: string; draftId: number | null };

/** The id of what is written: a record's, a change's or an entry's own; a marker goes by that of its near miss. */
export function pendingId(write: PendingWrite): string {
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

/** The write as text for the browser's storage, in the form in which it will be stored in Grafana: what does not fit there goes here too. */
export function encodePending(write: PendingWrite): string {
  switch (write.what) {
    case 'record': {
      const { text } = encodeRecord(write.record, write.place, '');
      return JSON.stringify({ text, ...placed(write.place), draftId: write.draftId });
    }
    case 'change':
      return JSON.stringify({ text: writePayload({ what: 'change', ...write.change }) });
    case 'entry':
      return JSON.stringify({ text: writePayload({ what: 'entry', ...write.entry }) });
    case 'marker':
      return JSON.stringify({ marker: write.nearMiss, draftId: write.draftId });
  }
}

/** Reads what `encodePending` wrote; null for anything else. */
export function decodePending(raw: string): PendingWrite | null {
  const kept = parsed(raw);
  if (!isObject(kept)) {
    return null;
  }
  const draftId = typeof kept.draftId === 'number' ? kept.draftId : null;
  if (isId(kept.marker)) {
    return { what: 'marker', nearMiss: kept.marker, draftId };
  }
  const decoded = decode({ id: 1, text: kept.text, dashboardUID: kept.dashboardUid });
  switch (decoded.what) {
    case 'record':
      return { what: 'record', record: decoded.record, place: placeOf(decoded.annotation), draftId };
    case 'change':
      return { what: 'change', change: decoded.change };
    case 'entry':
      return { what: 'entry', entry: decoded.entry };
    default:
      return null;
  }
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    // Cut off, or not ours.
    return null;
  }
}
