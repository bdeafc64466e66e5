import { foldEntries } from '../../domain/fold/foldEntries';
import { byNearMiss } from '../../domain/fold/byNearMiss';
import { ownMarkers } from '../../domain/fold/ownMarkers';
import type { AnnotationPort } from '../annotations/annotationPort';
import { newerVersion } from './writeAddition';
import { listReader } from './listReader';
import type { NearMissFile, NearMissStore } from './nearMissStore';
import type { Outcome } from '../../grafana/outcome';
import { readDraft } from './readDraft';
import { removeEntry, removeNearMiss } from './removeNearMiss';
import { removeTwins, type RefusedPlaces } from './removeTwins';
import { realClock, type Clock } from './retry';
import type { StoreContext } from './storeContext';
import { turnIntoMarker, markAgain } from './writeMarker';
import { writeQueued } from './writeQueued';
import { readParts } from './readParts';

interface StoreOptions extends Partial<Clock>, Pick<StoreContext, 'mayDelete'> {
  /** The full address of a near miss's page, which goes into the stored texts. */
  link: (id: string) => string;
  /** Login of who writes; default unknown. */
  me?: () => string;
}

/** The store over any annotations port: Grafana's in the browser, Node's for seed and specs, the one in memory for tests. */
export function createNearMissStore(
  port: AnnotationPort,
  { link, now, sleep, me, mayDelete }: StoreOptions
): NearMissStore {
  const context: StoreContext = {
    port,
    link,
    mayDelete,
    clock: { now: now ?? realClock.now, sleep: sleep ?? realClock.sleep },
  };
  const refused: RefusedPlaces = new Set();
  return {
    list: listReader(context, refused),
    read: (id, signal) => read(port, id, refused, signal),
    write: (write, signal) => writeQueued({ ...context, me: me ?? (() => '') }, write, signal),
    removeEntry: (entry) => removeEntry(context, entry),
    remove: (nearMiss) => removeNearMiss(context, nearMiss.id),
    mark: async (nearMiss) => (nearMiss.readOnly === null ? markAgain(context, nearMiss) : newerVersion()),
    readDraft: (annotationId, signal) => readDraft(port, annotationId, signal),
    markDraft: (draft, record) => turnIntoMarker(context, draft, record),
  };
}

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
  const { records, changes, entries } = parts.value;
  const [stored] = byNearMiss([...records, ...changes, ...entries]).whole;
  if (!stored) {
    return { ok: false, failure: { kind: 'missing', status: 404, detail: id } };
  }
  const markers = ownMarkers(stored.nearMiss, parts.value.markers);
  void removeTwins(port, [...records, ...changes, ...entries], markers, refused);
  return {
    ok: true,
    value: {
      nearMiss: stored.nearMiss,
      entries: foldEntries(stored.entries),
      markers: markers.map((marker) => marker.id),
      stored,
    },
  };
}
