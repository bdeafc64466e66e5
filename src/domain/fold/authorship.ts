import type { Annotation } from '../codec/annotation';
import type { Authorship } from './nearMiss';
import type { WrittenBy } from '../record/record';

/**
 * Sealed while `updated = created`: a PATCH by anybody moves `updated` and keeps the login, so the words may be another's.
 * A copy of words that were not sealed is not either.
 */
export function authorshipOf({ login, created, updated }: Annotation, writtenBy: WrittenBy | null): Authorship {
  const changedAt = created === updated ? null : updated;
  return { login, at: created, sealed: changedAt === null && writtenBy?.sealed !== false, changedAt, writtenBy };
}
