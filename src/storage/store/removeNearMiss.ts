import { foldEntries } from '../../domain/fold/foldEntries';
import type { ShownEntry } from '../../domain/fold/nearMiss';
import { ownMarkers } from '../../domain/fold/ownMarkers';
import { deleteOnce } from './deleteOnce';
import { type Failure, failed, type Outcome } from '../../grafana/outcome';
import { findParts, gatheredIn, type Parts, readParts } from './readParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';
import type { Annotation } from '../../domain/codec/annotation';
import type { DecodedEntry, DecodedRecord } from '../../domain/codec/decoded';
import { isAsGoodAs } from '../../domain/fold/isAsGoodAs';
import { isKeptIn, type Place, placeOf } from '../../domain/record/place';

const DONE: Outcome<null> = { ok: true, value: null };

/** Answers that lack something come one after the other only while others write without a pause. */
const MOST_LOOKS = 3;

export interface Removed {
  /** How many annotations with its tag stay: in other places, records of their own, markers out of reach. */
  left: number;
}

/**
 * Deletes a near miss for good: what is kept where its record is (additions, then its markers, the record last) and nothing of
 * others. Where it is known that the caller may not delete there, it fails with `forbidden` before anything is gone; where it is
 * not known too, because one place has one right: the first refusal is that of the first part. Nothing is deleted before the
 * record was seen, and it is not done before nothing more is found: an answer may lack something (see `readParts`). A marker on
 * a dashboard where the caller may not write stays: it holds no typed word, and must not keep a near miss from being deleted.
 */
export async function removeNearMiss(context: StoreContext, id: string): Promise<Outcome<Removed>> {
  const parts = await retry(context.clock, { attempt: () => readParts(context.port, id) });
  if (!parts.ok) {
    return parts.failure.kind === 'missing' ? nothingLeft(context, id, parts.failure) : parts;
  }
  const record = gatheredIn(parts.value)?.record;
  if (!record) {
    return failed('missing', id);
  }
  if (!(await mayDelete(context, placeOf(record.annotation)))) {
    return { ok: false, failure: { kind: 'forbidden', status: 403, detail: '' } };
  }
  return deleteOwn(context, parts.value, record);
}

async function deleteOwn(context: StoreContext, seen: Parts, record: DecodedRecord): Promise<Outcome<Removed>> {
  const { id } = record.record;
  let own = ownIn(seen, record);
  for (let look = 0; look < MOST_LOOKS; look++) {
    const deleted = await deleteParts(context, own);
    const parts = deleted.ok ? await retry(context.clock, { attempt: () => findParts(context.port, id) }) : deleted;
    if (!parts.ok) {
      return parts;
    }
    own = ownIn(parts.value, record);
    if (own.additions.length + own.records.length === 0) {
      return { ok: true, value: { left: countIn(parts.value) } };
    }
  }
  return failed('unavailable', id);
}

async function mayDelete(context: StoreContext, place: Place): Promise<boolean> {
  const known = await context.mayDelete?.(place);
  return !known?.ok || known.value;
}

/** What goes with the near miss: all that is kept where its record is, but for records that say something else. */
interface Own {
  additions: readonly Annotation[];
  markers: readonly Annotation[];
  /** The one that counts last. */
  records: readonly Annotation[];
}

function ownIn({ records, changes, entries, markers, broken }: Parts, record: DecodedRecord): Own {
  const isHere = isKeptIn(placeOf(record.annotation));
  const isTheRecord = (one: DecodedRecord) => one.annotation.id === record.annotation.id || isAsGoodAs(record, one);
  return {
    additions: [
      ...[...entries, ...changes].filter(isHere).map(({ annotation }) => annotation),
      ...broken.filter((annotation) => isHere({ annotation })),
    ],
    markers: ownMarkers(record.record, markers),
    records: records
      .filter(isHere)
      .filter(isTheRecord)
      .map(({ annotation }) => annotation)
      .reverse(),
  };
}

const countIn = (parts: Parts) => Object.values(parts).reduce((sum, some: readonly unknown[]) => sum + some.length, 0);

async function deleteParts(context: StoreContext, { additions, markers, records }: Own): Promise<Outcome<null>> {
  const first = await deleteAll(context, idsOf(additions));
  if (!first.ok) {
    return first;
  }
  for (const marker of markers) {
    const removed = await deleteOnce(context, marker.id);
    if (!removed.ok && removed.failure.kind !== 'forbidden') {
      return removed;
    }
  }
  return deleteAll(context, idsOf(records));
}

const idsOf = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);

/** Done when a deletion before this one got through without its answer; additions without a record are not for this to delete. */
async function nothingLeft({ port }: StoreContext, id: string, missing: Failure): Promise<Outcome<Removed>> {
  const parts = await findParts(port, id);
  if (!parts.ok) {
    return parts;
  }
  return countIn(parts.value) === 0 ? { ok: true, value: { left: 0 } } : { ok: false, failure: missing };
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
function replacedBy(entry: ShownEntry, { entries: everywhere }: Parts): number[] {
  const shownOne = everywhere.find(({ annotation }) => annotation.id === entry.annotationId);
  const entries = shownOne ? everywhere.filter(isKeptIn(placeOf(shownOne.annotation))) : [];
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
