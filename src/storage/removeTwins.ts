import type { Annotation } from '../domain/annotation';
import type { DecodedRecord } from '../domain/foldedNearMiss';
import { oldestFirst } from '../domain/oldestFirst';
import { partIdentity } from '../domain/partIdentity';
import type { StoredPart } from '../domain/wholeNearMiss';
import type { AnnotationPort } from './annotationPort';

/** Where deleting was refused in this session: not tried again at each reading. */
export type RefusedPlaces = Set<string>;

/**
 * Deletes younger twins that a late POST made. Best effort: whoever sees both and may does it. A twin is the very same text
 * by the same login in the same place, untouched since: anything else may be a copy under way into a journal.
 */
export async function removeTwins(
  port: AnnotationPort,
  records: readonly DecodedRecord[],
  refused: RefusedPlaces
): Promise<void> {
  for (const annotation of twinsIn(records)) {
    if (!refused.has(annotation.dashboardUid)) {
      const removed = await port.remove(annotation.id);
      if (!removed.ok && removed.failure.kind === 'forbidden') {
        refused.add(annotation.dashboardUid);
      }
    }
  }
}

/** The younger twins among records, changes or entries, oldest first. */
export function twinsIn(parts: readonly StoredPart[]): Annotation[] {
  const elders = new Map<string, Annotation>();
  return oldestFirst(parts).flatMap((part) => {
    const key = `${part.what} ${partIdentity(part).id}`;
    const elder = elders.get(key) ?? part.annotation;
    elders.set(key, elder);
    return isTwin(elder, part.annotation) ? [part.annotation] : [];
  });
}

function isTwin(elder: Annotation, younger: Annotation): boolean {
  return (
    elder.id !== younger.id &&
    elder.text === younger.text &&
    elder.login === younger.login &&
    elder.dashboardUid === younger.dashboardUid &&
    elder.updated === elder.created &&
    younger.updated === younger.created
  );
}
