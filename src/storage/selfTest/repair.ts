import type { Annotation } from '../../domain/codec/annotation';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { deleteOnce } from '../store/deleteOnce';
import type { Failure, Outcome } from '../../grafana/outcome';
import { findParts, readParts } from '../store/readParts';
import { twinsIn } from '../store/removeTwins';
import type { OrphanMarker, Repair, SelfTestContext } from './checkResult';
import { markAgain } from '../store/writeMarker';

export interface Repaired {
  does: Repair['does'];
  /** Annotations removed or made. */
  done: number;
  /** Near misses that could not be put right, with the first reason. */
  failed: number;
  failure: Failure | null;
}

/** Puts right one after the other, each looked at anew before anything is removed; goes on after a refusal. */
export async function repair(context: SelfTestContext, wanted: Repair): Promise<Repaired> {
  const repaired: Repaired = { does: wanted.does, done: 0, failed: 0, failure: null };
  for (const work of worksOf(context, wanted)) {
    const outcome = await work();
    if (outcome.ok) {
      repaired.done += outcome.value;
    } else {
      repaired.failed += 1;
      repaired.failure ??= outcome.failure;
    }
  }
  return repaired;
}

type Work = () => Promise<Outcome<number>>;

function worksOf(context: SelfTestContext, wanted: Repair): Work[] {
  switch (wanted.does) {
    case 'remove-twins':
      return wanted.nearMisses.map((id) => () => removeTwinsOf(context, id));
    case 'remove-markers':
      return wanted.markers.map((marker) => () => removeOrphan(context, marker));
    case 'make-markers':
      return wanted.markers.map(
        ({ nearMiss }) =>
          () =>
            makeMarkerOf(context, nearMiss)
      );
  }
}

async function removeTwinsOf(context: SelfTestContext, id: string): Promise<Outcome<number>> {
  const parts = await findParts(context.port, id);
  if (!parts.ok) {
    return parts;
  }
  const { records, changes, entries } = parts.value;
  return removeAll(context, twinsIn([...records, ...changes, ...entries]));
}

/** A record that came, or came into sight, in the meantime keeps its marker; so does one that cannot be read. */
async function removeOrphan(context: SelfTestContext, orphan: OrphanMarker): Promise<Outcome<number>> {
  const { nearMiss: id, annotation } = orphan;
  // An answer that lacks the record proves nothing, so records alone are asked for too.
  const whole = await readParts(context.port, id);
  if (whole.ok || whole.failure.kind !== 'missing') {
    return whole.ok ? { ok: true, value: 0 } : whole;
  }
  const parts = await findParts(context.port, id);
  if (!parts.ok) {
    return parts;
  }
  const { records, broken, markers } = parts.value;
  const isAsShown = ({ id, text }: Annotation) => id === annotation.id && text === annotation.text;
  return removeAll(context, records.length + broken.length === 0 ? markers.filter(isAsShown) : []);
}

async function makeMarkerOf(context: SelfTestContext, nearMiss: NearMiss): Promise<Outcome<number>> {
  const marked = await markAgain(context, nearMiss);
  return marked.ok ? { ok: true, value: 1 } : marked;
}

async function removeAll(
  context: SelfTestContext,
  annotations: ReadonlyArray<{ id: number }>
): Promise<Outcome<number>> {
  for (const { id } of annotations) {
    const removed = await deleteOnce(context, id);
    if (!removed.ok) {
      return removed;
    }
  }
  return { ok: true, value: annotations.length };
}
