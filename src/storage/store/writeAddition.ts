import { changeOf } from '../../domain/fold/changeOf';
import { bytesOver } from '../../domain/codec/payload';
import { foldGathered } from '../../domain/fold/fold';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Gathered } from '../../domain/fold/storedPart';
import type { Entry, FieldName, NearMissFields } from '../../domain/record/record';
import { type Addition, encodeAddition } from './encodeAddition';
import type { Recorded } from './nearMissStore';
import { type Outcome, failed } from '../../grafana/outcome';
import { queuedId } from './queuedWrite';
import { gatheredIn, type Parts, readParts } from './readParts';
import type { StoreContext } from './storeContext';
import { refreshMarkers } from './writeMarker';
import { sameValue } from '../../domain/json/sameValue';
import { newId } from '../../domain/record/id';

/**
 * One attempt to append a change or an entry. It looks first: an earlier attempt may have gone through without its answer, even
 * before a reload of the page. An entry that comes again with other words replaces the ones that went through. What is
 * appended goes where the near miss is by now. `missing`: somebody deleted the near miss meanwhile. `too-long`: no copy of it would fit.
 */
export async function writeAddition(context: StoreContext, write: Addition): Promise<Outcome<Recorded>> {
  const before = await readParts(context.port, write.what === 'change' ? write.change.nearMiss : write.entry.nearMiss);
  if (!before.ok) {
    return before;
  }
  const gathered = gatheredIn(before.value);
  const nearMiss = gathered && foldGathered(gathered);
  if (!nearMiss || nearMiss.readOnly !== null) {
    return newerVersion();
  }
  const there = storedIn(gathered, write);
  const written: Outcome<Appended> =
    there === null
      ? await append(context, nearMiss, missingPart(gathered, write))
      : { ok: true, value: { annotationId: there, parts: before.value } };
  if (!written.ok) {
    return written;
  }
  const { annotationId, parts } = written.value;
  return { ok: true, value: { annotationId, marker: await followedBy(context, write, parts) } };
}

interface Appended {
  annotationId: number;
  /** What is stored of the near miss with it. */
  parts: Parts;
}

/** What was posted where the near miss was a moment ago does not count if a move ended in between: so it is looked for once more. */
async function append(context: StoreContext, nearMiss: NearMiss, write: Addition): Promise<Outcome<Appended>> {
  const written = await postAndRead(context, nearMiss, write);
  if (!written.ok) {
    return written;
  }
  const gathered = gatheredIn(written.value.parts);
  const now = gathered && foldGathered(gathered);
  const isMoved = now && !sameValue(now.place, nearMiss.place) && storedIn(gathered, write) === null;
  return isMoved ? postAndRead(context, now, write) : written;
}

/** The markers show a change of what is on them; null where there is nothing to show, or no marker. */
async function followedBy(context: StoreContext, write: Addition, parts: Parts): Promise<Outcome<number> | null> {
  const gathered = write.what === 'change' && isOnMarker(write.change.set) ? gatheredIn(parts) : null;
  return gathered && refreshMarkers(context, foldGathered(gathered), parts.markers);
}

/** Appends a change of the given fields, based on what `nearMiss` shows. */
export function appendFields(
  context: StoreContext,
  nearMiss: NearMiss,
  set: Partial<NearMissFields>
): Promise<Outcome<Recorded>> {
  return writeAddition(context, { what: 'change', change: changeOf(nearMiss, set, newId()) });
}

/** The refusal for what a newer version of Near Miss wrote: changing it could lose what this one does not know. */
export function newerVersion(): Outcome<never> {
  return { ok: false, failure: { kind: 'refused', status: 0, detail: 'written by a newer version of Near Miss' } };
}

async function postAndRead(context: StoreContext, nearMiss: NearMiss, write: Addition): Promise<Outcome<Appended>> {
  const annotation = encodeAddition(write, nearMiss, context.link(nearMiss.id));
  if (bytesOver(annotation) > 0) {
    return failed('too-long');
  }
  const posted = await context.port.post(annotation);
  if (!posted.ok) {
    return posted;
  }
  const parts = await readParts(context.port, nearMiss.id);
  return parts.ok ? { ok: true, value: { annotationId: posted.value, parts: parts.value } } : parts;
}

/** The annotation id of what is stored already; null when it is not, in another place alone, or with other words. */
function storedIn({ changes, entries }: Gathered, write: Addition): number | null {
  const id = queuedId(write);
  const stored =
    write.what === 'change'
      ? changes.find(({ change }) => change.id === id)
      : entries.find(({ entry }) => (entry.id === id || entry.replaces === id) && entry.text === write.entry.text);
  return stored?.annotation.id ?? null;
}

function missingPart({ entries }: Gathered, write: Addition): Addition {
  const former = write.what === 'entry' && entries.some(({ entry }) => entry.id === write.entry.id);
  return former ? { what: 'entry', entry: replacing(write.entry) } : write;
}

const replacing = (entry: Entry): Entry => ({ ...entry, id: newId(), replaces: entry.id });

/** What a marker says, and where it lies: the stretch ends with the acting. */
const ON_MARKER = ['status', 'limit', 'series', 'stretch', 'actedAt'] as const satisfies readonly FieldName[];

const isOnMarker = (set: Partial<NearMissFields>) => ON_MARKER.some((field) => set[field] !== undefined);
