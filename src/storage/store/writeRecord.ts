import type { NewAnnotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { foldGathered } from '../../domain/fold/fold';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { DecodedRecord } from '../../domain/codec/decoded';
import type { FieldName, NearMissFields, NearMissRecord } from '../../domain/record/record';
import { sameValue } from '../../domain/json/sameValue';
import { appendFields } from './writeAddition';
import { deleteNow } from './deleteOnce';
import { type Outcome, failed } from '../../grafana/outcome';
import { bytesOver } from '../../domain/codec/payload';
import { findParts, gatheredIn, type Parts } from './readParts';
import type { StoreContext } from './storeContext';
import { isKeptIn, type Place, placeOf } from '../../domain/record/place';
import { FIELD_NAMES } from '../../domain/record/fields';

export interface WrittenRecord {
  annotationId: number;
  /** What was stored under the id before this attempt; empty but after a lost answer. */
  before: Parts;
}

/**
 * One attempt to write the record. It looks first: an earlier save of the same form may have gone through without its answer, even
 * before a reload of the page. What the form says differently by now is not lost: other fields become a change; another
 * graph, whose points no change can hold, replaces the record as long as nobody added to it.
 * `too-long`: no copy of it would fit.
 */
export async function writeRecord(
  context: StoreContext,
  { record, place }: { record: NearMissRecord; place: Place },
  signal?: AbortSignal
): Promise<Outcome<WrittenRecord>> {
  const annotation = encodeRecord(record, place, context.link(record.id));
  if (bytesOver(annotation) > 0) {
    return failed('too-long');
  }
  const before = await findParts(context.port, record.id, signal);
  if (!before.ok) {
    return before;
  }
  const written = await writeOver(context, annotation, before.value, signal);
  return written.ok ? { ok: true, value: { annotationId: written.value, before: before.value } } : written;
}

async function writeOver(
  context: StoreContext,
  annotation: NewAnnotation,
  before: Parts,
  signal?: AbortSignal
): Promise<Outcome<number>> {
  const gathered = gatheredIn(before);
  const mine = gathered ? asStored(annotation) : null;
  if (!gathered || !mine) {
    return context.port.post(annotation, signal);
  }
  const { record: stored, changes, entries } = gathered;
  const own = ownRecords(before, stored);
  // One of another, once the first of ours is gone, would count before what replaces it.
  const isAlone = changes.length === 0 && entries.length === 0 && own.length === before.records.length;
  if (isAlone && hasOtherGraph(stored.record, mine)) {
    return replace(context, annotation, own, signal);
  }
  const nearMiss = foldGathered(gathered);
  const set = differing(nearMiss, stored.record, mine);
  const caughtUp = Object.keys(set).length > 0 ? await appendFields(context, nearMiss, set) : null;
  return caughtUp && !caughtUp.ok ? caughtUp : { ok: true, value: stored.annotation.id };
}

/** The one that counts and what the same person stored beside it. */
function ownRecords({ records }: Parts, { annotation: { login, ...kept } }: DecodedRecord): readonly DecodedRecord[] {
  return records.filter(isKeptIn(placeOf(kept))).filter(({ annotation }) => annotation.login === login);
}

// What is compared must have gone through the codec too, which drops what does not fit.
function asStored(annotation: NewAnnotation): NearMissRecord | null {
  const decoded = decode({ ...annotation, id: 1 });
  return decoded.what === 'record' ? decoded.record : null;
}

function hasOtherGraph(stored: NearMissRecord, mine: NearMissRecord): boolean {
  return !sameValue([stored.stretch, stored.evidence, stored.source], [mine.stretch, mine.evidence, mine.source]);
}

// Only what the form says differently than it did: whatever others, or its writer, changed since stays changed.
function differing(nearMiss: NearMiss, stored: NearMissRecord, mine: NearMissRecord): Partial<NearMissFields> {
  const set: Partial<NearMissFields> = {};
  FIELD_NAMES.filter((name) => !sameValue(stored[name], mine[name]) && !sameValue(nearMiss[name], mine[name])).forEach(
    (name) => copyField(set, mine, name)
  );
  return set;
}

function copyField<F extends FieldName>(into: Partial<NearMissFields>, from: NearMissFields, name: F): void {
  into[name] = from[name];
}

// The new one first: between the two requests there are twins, never nothing.
async function replace(
  context: StoreContext,
  annotation: NewAnnotation,
  own: readonly DecodedRecord[],
  signal?: AbortSignal
): Promise<Outcome<number>> {
  const there = own.find((record) => record.annotation.text === annotation.text);
  const kept: Outcome<number> = there
    ? { ok: true, value: there.annotation.id }
    : await context.port.post(annotation, signal);
  if (!kept.ok) {
    return kept;
  }
  for (const { annotation: former } of own) {
    const removed = former.id === kept.value ? null : await deleteNow(context, former.id);
    if (removed && !removed.ok) {
      return removed;
    }
  }
  return kept;
}
