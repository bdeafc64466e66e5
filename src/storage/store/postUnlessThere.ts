import type { NewAnnotation } from '../../domain/codec/annotation';
import type { Outcome } from '../../grafana/outcome';
import { findParts, type Parts } from './readParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';

interface Posting {
  annotation: NewAnnotation;
  /** Id of the near miss it belongs to. */
  of: string;
  /** Its annotation id among what is stored under that id; null when it is not there. */
  findIn: (parts: Parts) => number | null;
}

/**
 * Posts an annotation that the queue does not repeat; a further attempt looks first, so a lost answer makes no twin. The value
 * is the annotation's id.
 */
export function postUnlessThere(
  { port, clock }: StoreContext,
  { annotation, of, findIn }: Posting,
  signal?: AbortSignal
): Promise<Outcome<number>> {
  return retry(
    clock,
    {
      attempt: () => port.post(annotation, signal),
      look: async () => {
        const parts = await findParts(port, of, signal);
        return parts.ok ? { ok: true, value: findIn(parts.value) } : parts;
      },
    },
    signal
  );
}
