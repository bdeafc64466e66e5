import type { NewAnnotation } from '../../domain/codec/annotation';
import type { Outcome } from '../../grafana/outcome';
import { findParts, type Parts } from './readParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';

interface Posting {
  annotation: NewAnnotation;
  /** Id of the near miss it belongs to. */
  of: string;
  /** Whether it is among what is stored under that id. */
  isThere: (parts: Parts) => boolean;
}

/** Posts an annotation; a further attempt looks first, so a lost answer makes no twin. */
export function postOnce(
  { port, clock }: StoreContext,
  { annotation, of, isThere }: Posting,
  signal?: AbortSignal
): Promise<Outcome<true>> {
  return retry(
    clock,
    {
      attempt: async () => {
        const posted = await port.post(annotation, signal);
        return posted.ok ? { ok: true, value: true } : posted;
      },
      look: async () => {
        const parts = await findParts(port, of, signal);
        return parts.ok ? { ok: true, value: isThere(parts.value) || null } : parts;
      },
    },
    signal
  );
}
