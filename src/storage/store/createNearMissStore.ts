import { foldEntries } from '../../domain/fold/foldEntries';
import { byNearMiss } from '../../domain/fold/byNearMiss';
import { CHANGE_TAG, RECORD_TAG } from '../../domain/codec/tags';
import type { AnnotationPort } from '../annotations/annotationPort';
import { newerVersion } from './writeAddition';
import { foldList } from './foldList';
import type { ListOptions, NearMissFile, NearMissList, NearMissStore } from './nearMissStore';
import type { Outcome } from '../../grafana/outcome';
import { readDraft } from './readDraft';
import { removeEntry, removeNearMiss } from './removeNearMiss';
import { removeTwins, type RefusedPlaces } from './removeTwins';
import { realClock, type Clock } from './retry';
import type { StoreContext } from './storeContext';
import { walkAnnotations } from '../annotations/walk';
import { turnIntoMarker, markAgain } from './writeMarker';
import { writeQueued } from './writeQueued';
import type { Decoded, DecodedRecord } from '../../domain/codec/decoded';
import { readParts } from './readParts';

interface StoreOptions extends Partial<Clock> {
  /** The full address of a near miss's page, which goes into the stored texts. */
  link: (id: string) => string;
  /** Login of who writes; default unknown. */
  me?: () => string;
}

/** The store over any annotations port: Grafana's in the browser, Node's for seed and specs, the one in memory for tests. */
export function createNearMissStore(port: AnnotationPort, { link, now, sleep, me }: StoreOptions): NearMissStore {
  const context: StoreContext = {
    port,
    link,
    clock: { now: now ?? realClock.now, sleep: sleep ?? realClock.sleep },
  };
  const refused: RefusedPlaces = new Set();
  return {
    list: (options = {}) => list(port, options, refused),
    read: (id, signal) => read(port, id, refused, signal),
    write: (write, signal) => writeQueued({ ...context, me: me ?? (() => '') }, write, signal),
    removeEntry: (entry) => removeEntry(context, entry),
    remove: (nearMiss) => removeNearMiss(context, nearMiss.id),
    mark: async (nearMiss) => (nearMiss.readOnly === null ? markAgain(context, nearMiss) : newerVersion()),
    readDraft: (annotationId, signal) => readDraft(port, annotationId, signal),
    markDraft: (draft, record) => turnIntoMarker(context, draft, record),
  };
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
    { signal, atMost, onPage: (part) => onProgress?.(foldList(part, decoded)) }
  );
  if (!walked.ok) {
    return walked;
  }
  const value = foldList(walked.value, decoded);
  if (value.nearMisses.some(({ twins }) => twins.length > 0)) {
    void removeTwins(port, [...decoded.values()].filter(isRecord), [], refused);
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
  const [stored] = byNearMiss([...records, ...changes, ...entries]).whole;
  if (!stored) {
    return { ok: false, failure: { kind: 'missing', status: 404, detail: id } };
  }
  void removeTwins(port, [...records, ...changes, ...entries], markers, refused);
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
