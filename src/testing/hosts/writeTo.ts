import { changeOf } from '../../domain/fold/changeOf';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { newId } from '../../domain/record/id';
import type { Place } from '../../domain/record/place';
import type { Entry, NearMissFields, NearMissRecord } from '../../domain/record/record';
import type { Outcome } from '../../grafana/outcome';
import type { NearMissStore, Recorded } from '../../storage/store/nearMissStore';
import type { QueuedWrite } from '../../storage/store/queuedWrite';
import { type Clock, retry } from '../../storage/store/retry';

/** A clock for which no pause takes time. */
export const noWaiting: Clock = { now: () => Date.now(), sleep: async () => {} };

/** Writes as the queue does before it begins to wait: a few attempts, here without a pause. */
export const writeTo = (store: NearMissStore, write: QueuedWrite, signal?: AbortSignal): Promise<Outcome<Recorded>> =>
  retry(noWaiting, { attempt: () => store.write(write, signal) }, signal);

/** A record that completes no draft. */
export const recordIn = (store: NearMissStore, record: NearMissRecord, place: Place, signal?: AbortSignal) =>
  writeTo(store, { what: 'record', record, place, draftId: null }, signal);

/** A change of the given fields, based on what `nearMiss` shows. */
export const changeIn = (store: NearMissStore, nearMiss: NearMiss, set: Partial<NearMissFields>) =>
  writeTo(store, { what: 'change', change: changeOf(nearMiss, set, newId()) });

export const shareIn = (store: NearMissStore, entry: Entry) => writeTo(store, { what: 'entry', entry });
