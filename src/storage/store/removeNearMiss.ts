import { foldEntries } from '../../domain/fold/foldEntries';
import type { ShownEntry } from '../../domain/fold/nearMiss';
import { ownMarkers } from '../../domain/fold/ownMarkers';
import { deleteOnce } from './deleteOnce';
import { failed, type Outcome } from '../../grafana/outcome';
import { findParts, type Parts, readParts } from './readParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';
import type { DecodedEntry } from '../../domain/codec/decoded';

const DONE: Outcome<null> = { ok: true, value: null };

/** Answers that lack something come one after the other only while others write without a pause. */
const MOST_LOOKS = 3;

/**
 * Deletes everything of a near miss for good: entries, changes and markers first, then twins, the record last, so that a
 * failure in the middle leaves something to repeat it on. Nothing is deleted before the record itself was seen, and it is not
 * done before nothing more is found: an answer may lack something (see `readParts`). A marker on a dashboard where the caller
 * may not write stays: it holds no typed word, and must not keep a near miss from being deleted.
 */
export async function removeNearMiss(context: StoreContext, id: string): Promise<Outcome<null>> {
  let parts = await retry(context.clock, { attempt: () => readParts(context.port, id) });
  if (!parts.ok) {
    return parts.failure.kind === 'missing' ? nothingLeft(context, id, parts) : parts;
  }
  for (let look = 0; look < MOST_LOOKS; look++) {
    const deleted = await deleteParts(context, parts.value);
    if (!deleted.ok) {
      return deleted;
    }
    parts = await retry(context.clock, { attempt: () => findParts(context.port, id) });
    if (!parts.ok) {
      return parts;
    }
    const { records, changes, entries, broken } = parts.value;
    if ([records, changes, entries, broken].every((some) => some.length === 0)) {
      return DONE;
    }
  }
  return failed('unavailable', id);
}

async function deleteParts(
  context: StoreContext,
  { records, changes, entries, markers, broken }: Parts
): Promise<Outcome<null>> {
  const worksheet = [...entries, ...changes].map(({ annotation }) => annotation.id);
  const first = await deleteAll(context, [...worksheet, ...broken.map((annotation) => annotation.id)]);
  if (!first.ok) {
    return first;
  }
  const [counting] = records;
  for (const marker of counting ? ownMarkers(counting.record, markers) : []) {
    const removed = await deleteOnce(context, marker.id);
    if (!removed.ok && removed.failure.kind !== 'forbidden') {
      return removed;
    }
  }
  return deleteAll(context, records.map(({ annotation }) => annotation.id).reverse());
}

/** Done when a deletion before this one got through without its answer; what is left without a record is not for this to delete. */
async function nothingLeft({ port }: StoreContext, id: string, missing: Outcome<null>): Promise<Outcome<null>> {
  const parts = await findParts(port, id);
  if (!parts.ok) {
    return parts;
  }
  const { records, changes, entries, broken } = parts.value;
  return [records, changes, entries, broken].every((some) => some.length === 0) ? DONE : missing;
}

/**
 * Deletes an entry together with what it replaced, which would else be shown again; the shown one last. Only what the same
 * login wrote counts as replaced, as in the fold.
 */
export async function removeEntry(context: StoreContext, entry: ShownEntry): Promise<Outcome<null>> {
  const parts = await retry(context.clock, { attempt: () => findParts(context.port, entry.nearMiss) });
  return parts.ok ? deleteAll(context, [...replacedBy(entry, parts.value), entry.annotationId]) : parts;
}

/** Annotation ids of the earlier versions and twins, oldest first. */
function replacedBy(entry: ShownEntry, { entries }: Parts): number[] {
  const shown = new Set(foldEntries(entries).map(({ id }) => id));
  const chain = new Set([entry.id]);
  let former = entry.replaces;
  while (former !== '' && !chain.has(former) && !shown.has(former)) {
    chain.add(former);
    former = entries.find((item) => item.entry.id === former)?.entry.replaces ?? '';
  }
  const isEarlier = ({ entry: stored, annotation }: DecodedEntry) =>
    chain.has(stored.id) && annotation.id !== entry.annotationId && annotation.login === entry.author.login;
  return entries.filter(isEarlier).map(({ annotation }) => annotation.id);
}

async function deleteAll(context: StoreContext, ids: readonly number[]): Promise<Outcome<null>> {
  for (const id of ids) {
    const removed = await deleteOnce(context, id);
    if (!removed.ok) {
      return removed;
    }
  }
  return DONE;
}
