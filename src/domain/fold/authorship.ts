import type { Annotation } from '../codec/annotation';
import type { WrittenBy } from '../record/record';

/** Who wrote a stored thing, and whether the words are still theirs. */
export interface Authorship {
  login: string;
  /** Epoch ms; 0 where Grafana does not say. */
  at: number;
  /**
   * True while `updated = created`. False: it was changed outside Near Miss and Grafana does not say by whom. null: Grafana
   * does not say whether it was.
   */
  sealed: boolean | null;
  /** When it was last changed outside Near Miss, epoch ms; null while it was not, not since it was copied here, or not known. */
  changedAt: number | null;
  writtenBy: WrittenBy | null;
}

/**
 * Sealed while `updated = created`: a PATCH by anybody moves `updated` and keeps the login, so the words may be another's.
 * A copy of words that were not sealed is not either.
 */
export function authorshipOf({ login, created, updated }: Annotation, writtenBy: WrittenBy | null): Authorship {
  const changedAt = created === updated ? null : updated;
  const untouched = updated === null ? null : changedAt === null;
  return { login, at: created, sealed: writtenBy?.sealed === false ? false : untouched, changedAt, writtenBy };
}
