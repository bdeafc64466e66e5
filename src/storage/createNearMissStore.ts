import type { Decoded, DecodedRecord } from '../domain/foldedNearMiss';
import { foldEntries } from '../domain/foldEntries';
import { gatherNearMisses } from '../domain/gatherNearMisses';
import type { NearMissFields } from '../domain/nearMiss';
import { CHANGE_TAG, RECORD_TAG } from '../domain/tags';
import type { AnnotationPort } from './annotationPort';
import { createChangeWriter, shareOnce } from './appendOnce';
import { markAgain } from './markAgain';
import { nearMissList } from './nearMissList';
import type { ListOptions, NearMissFile, NearMissList, NearMissStore, Recorded } from './nearMissStore';
import type { Outcome } from './outcome';
import { readDraft } from './readDraft';
import { readParts } from './readParts';
import { removeEntry, removeNearMiss } from './removeNearMiss';
import { removeTwins, type RefusedPlaces } from './removeTwins';
import { realClock, type Clock } from './retry';
import type { StoreContext } from './storeContext';
import { walkAnnotations } from './walkAnnotations';
import { refreshMarkers, turnIntoMarker, writeMarker } from './writeMarker';
import { writeRecord } from './writeRecord';

interface StoreOptions extends Partial<Clock> {
  /** The full address of a near miss's page, which goes into the stored texts. */
  link: (id: string) => string;
}

/** The store over any annotations port: Grafana's in the browser, Node's for seed and specs, the one in memory for tests. */
export function createNearMissStore(port: AnnotationPort, { link, now, sleep }: StoreOptions): NearMissStore {
  const context: StoreContext = {
    port,
    link,
    clock: { now: now ?? realClock.now, sleep: sleep ?? realClock.sleep },
  };
  const refused: RefusedPlaces = new Set();
  const append = createChangeWriter(context);

  const change: NearMissStore['change'] = async (nearMiss, set) => {
    if (nearMiss.readOnly !== null) {
      return newerVersion();
    }
    const appended = await append(nearMiss, set);
    if (appended.ok && isOnMarker(set)) {
      await refreshMarkers(context, { ...nearMiss, ...set });
    }
    return appended;
  };

  return {
    list: (options = {}) => list(port, options, refused),
    read: (id, signal) => read(port, id, refused, signal),
    record: async (record, place, signal) => {
      const written = await writeRecord(context, { record, place }, append, signal);
      return written.ok
        ? recorded(written.value.annotationId, await writeMarker(context, record, written.value.before.markers, signal))
        : written;
    },
    change,
    share: (nearMiss, entry) => (nearMiss.readOnly === null ? shareOnce(context, nearMiss, entry) : newerVersion()),
    removeEntry: (entry) => removeEntry(context, entry),
    remove: (nearMiss) => removeNearMiss(context, nearMiss.id),
    completeDraft: async (draft, record, place) => {
      const written = await writeRecord(context, { record, place }, append);
      return written.ok ? recorded(written.value.annotationId, await turnIntoMarker(context, draft, record)) : written;
    },
    mark: (nearMiss) => (nearMiss.readOnly === null ? markAgain(context, nearMiss) : newerVersion()),
    readDraft: (annotationId, signal) => readDraft(port, annotationId, signal),
    markDraft: (draft, record) => turnIntoMarker(context, draft, record),
  };
}

function recorded(annotationId: number, marker: Recorded['marker']): Outcome<Recorded> {
  return { ok: true, value: { annotationId, marker } };
}

async function newerVersion(): Promise<Outcome<never>> {
  return { ok: false, failure: { kind: 'refused', status: 0, detail: 'written by a newer version of Near Miss' } };
}

function isOnMarker(set: Partial<NearMissFields>): boolean {
  return set.status !== undefined || set.limit !== undefined;
}

async function list(
  port: AnnotationPort,
  { signal, onProgress, atMost }: ListOptions,
  refused: RefusedPlaces
): Promise<Outcome<NearMissList>> {
  const decoded = new Map<unknown, Decoded>();
  const walked = await walkAnnotations(
    port,
    { tags: [RECORD_TAG, CHANGE_TAG], matchAny: true },
    { signal, atMost, onPage: (part) => onProgress?.(nearMissList(part, decoded)) }
  );
  if (!walked.ok) {
    return walked;
  }
  const value = nearMissList(walked.value, decoded);
  if (value.nearMisses.some(({ twins }) => twins.length > 0)) {
    void removeTwins(port, [...decoded.values()].filter(isRecord), refused);
  }
  return { ok: true, value };
}

const isRecord = (decoded: Decoded): decoded is DecodedRecord => decoded.what === 'record';

async function read(
  port: AnnotationPort,
  id: string,
  refused: RefusedPlaces,
  signal?: AbortSignal
): Promise<Outcome<NearMissFile>> {
  const parts = await readParts(port, id, signal);
  if (!parts.ok) {
    return parts;
  }
  const { records, changes, entries, markers } = parts.value;
  const [stored] = gatherNearMisses([...records, ...changes, ...entries]).whole;
  if (!stored) {
    return { ok: false, failure: { kind: 'missing', status: 404, detail: id } };
  }
  void removeTwins(port, records, refused);
  return {
    ok: true,
    value: {
      nearMiss: stored.nearMiss,
      entries: foldEntries(entries),
      markers: markers.map((marker) => marker.id),
      stored,
    },
  };
}
