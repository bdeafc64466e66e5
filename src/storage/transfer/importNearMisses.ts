import { encodeImported } from '../../domain/transfer/copy';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { ImportPlan, PlannedNearMiss } from '../../domain/transfer/planImport';
import type { StoredPart } from '../../domain/fold/storedPart';
import { type Failure, type Outcome, failed } from '../../grafana/outcome';
import { postUnlessThere } from '../store/postUnlessThere';
import { type Parts, partsIn } from '../store/readParts';
import type { StoreContext } from '../store/storeContext';
import { isKeptIn, type Place } from '../../domain/record/place';

const DONE: Outcome<null> = { ok: true, value: null };

export interface ImportOptions {
  /** Where new near misses go; what joins one that is here goes where that is. */
  place: Place;
  signal?: AbortSignal;
  /** Called after each annotation. */
  onProgress?: (written: number) => void;
}

export interface ImportResult {
  /** Annotations written by this run. */
  written: number;
  /** Near misses that Grafana refused as such, while others went through. */
  refused: ReadonlyArray<{ id: string; title: string; failure: Failure }>;
  /** Why the run ended early; null when it came to its end. */
  stopped: Failure | null;
}

/** How many annotations the plan would write. */
export function partsToWrite({ nearMisses }: ImportPlan): number {
  return nearMisses.reduce((sum, { parts }) => sum + parts.length, 0);
}

/**
 * Writes what is new, one annotation after the other: changes and entries are folded by the time they were written. It can
 * end at any point; a new plan then holds what is missing. A retry looks first, so a lost answer makes no twin. It goes on
 * after a near miss that is refused for itself and stops at anything that would strike the next one too.
 */
export async function importNearMisses(
  context: StoreContext,
  plan: ImportPlan,
  { place, signal, onProgress }: ImportOptions
): Promise<ImportResult> {
  let written = 0;
  const refused: Array<ImportResult['refused'][number]> = [];
  const onWritten = () => {
    written += 1;
    onProgress?.(written);
  };
  for (const planned of plan.nearMisses) {
    const outcome = await importOne(context, planned, place, onWritten, signal);
    if (!outcome.ok && outcome.failure.kind === 'refused') {
      refused.push({ id: planned.id, title: planned.title, failure: outcome.failure });
    } else if (!outcome.ok) {
      return { written, refused, stopped: outcome.failure };
    }
  }
  return { written, refused, stopped: null };
}

async function importOne(
  context: StoreContext,
  { nearMiss, isHere, parts }: PlannedNearMiss,
  place: Place,
  onWritten: () => void,
  signal?: AbortSignal
): Promise<Outcome<null>> {
  if (!nearMiss) {
    return DONE;
  }
  const target = isHere ? nearMiss : { ...nearMiss, place };
  for (const part of parts) {
    const posted: Outcome<number> = signal?.aborted ? failed('aborted') : await post(context, part, target, signal);
    if (!posted.ok) {
      return posted;
    }
    onWritten();
  }
  return DONE;
}

function post(context: StoreContext, part: StoredPart, of: NearMiss, signal?: AbortSignal): Promise<Outcome<number>> {
  const annotation = encodeImported(part, of, context.link(of.id));
  const isThere = (one: StoredPart) => isKeptIn(of.place)(one) && one.annotation.text === annotation.text;
  const findIn = (parts: Parts) => partsIn(parts).find(isThere)?.annotation.id ?? null;
  return postUnlessThere(context, { annotation, of: of.id, findIn }, signal);
}
