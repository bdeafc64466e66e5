import type { Annotation } from '../codec/annotation';
import { authorshipOf } from '../fold/authorship';
import { readPayload } from '../codec/payload';
import { placeOf, type Place } from '../record/place';
import type { WholeNearMiss } from '../fold/storedPart';

export const EXPORT_FORMAT = 'near-miss-export';
/** The newest version of the file this code reads and writes. */
export const EXPORT_VERSION = 1;

/** One annotation of ours in the file; all times epoch ms. */
export interface ExportedItem {
  /** As it is stored, with all that this version of the app may not know. */
  payload: Readonly<Record<string, unknown>>;
  /** Who POSTed it; the payload's `writtenBy` names who wrote it first, if that was another. */
  login: string;
  created: number;
  /** False: changed outside Near Miss since, Grafana does not say by whom. null: it does not say whether it was. */
  sealed: boolean | null;
  place: Place;
  time: number;
  timeEnd: number;
}

interface ExportedNearMiss {
  id: string;
  record: ExportedItem;
  /** Oldest first. */
  changes: readonly ExportedItem[];
  /** Oldest first. */
  entries: readonly ExportedItem[];
}

export interface ExportOrigin {
  /** Root address of the Grafana it comes from. */
  grafana: string;
  /** Id of the organization. */
  organization: number;
}

/** The lossless file; `docs/near-miss-export.schema.json` describes it. Markers and tags are not in it: they follow from the rest. */
export interface ExportFile {
  format: typeof EXPORT_FORMAT;
  version: number;
  /** Epoch ms. */
  exportedAt: number;
  from: ExportOrigin;
  nearMisses: readonly ExportedNearMiss[];
}

/** The content of the file. */
export function exportFile(whole: readonly WholeNearMiss[], from: ExportOrigin, exportedAt: number): ExportFile {
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt,
    from,
    nearMisses: whole.map(({ nearMiss, record, changes, entries }) => ({
      id: nearMiss.id,
      record: itemOf(record.annotation),
      changes: changes.map(({ annotation }) => itemOf(annotation)),
      entries: entries.map(({ annotation }) => itemOf(annotation)),
    })),
  };
}

function itemOf(annotation: Annotation): ExportedItem {
  const { login, created, time, timeEnd } = annotation;
  const found = readPayload(annotation.text);
  return {
    payload: found.found === 'payload' ? found.payload : {},
    login,
    created,
    sealed: authorshipOf(annotation, null).sealed,
    place: placeOf(annotation),
    time,
    timeEnd,
  };
}
