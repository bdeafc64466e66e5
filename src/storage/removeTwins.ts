import type { Annotation } from '../domain/annotation';
import type { DecodedRecord } from '../domain/foldedNearMiss';
import { oldestFirst } from '../domain/oldestFirst';
import { partIdentity } from '../domain/partIdentity';
import type { AnnotationPort } from './annotationPort';
import type { Parts } from './readParts';

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
  await removeAll(port, twinsIn(records.map(({ record, annotation }) => ({ id: record.id, annotation }))), refused);
}

/** The same for everything of one near miss. Markers are derived and patched, so of two on one panel the older is enough. */
export async function removeTwinParts(
  port: AnnotationPort,
  { records, changes, entries, markers }: Parts,
  refused: RefusedPlaces
): Promise<void> {
  const stored = [...records, ...changes, ...entries].map((part) => ({
    id: `${part.what} ${partIdentity(part).id}`,
    annotation: part.annotation,
  }));
  const panels = markers.map((annotation) => ({ id: `${annotation.dashboardUid} ${annotation.panelId}`, annotation }));
  await removeAll(port, [...twinsIn(stored), ...youngerOf(panels).map(({ younger }) => younger)], refused);
}

interface Stored {
  /** What twins have in common. */
  id: string;
  annotation: Annotation;
}

async function removeAll(
  port: AnnotationPort,
  annotations: readonly Annotation[],
  refused: RefusedPlaces
): Promise<void> {
  for (const annotation of annotations) {
    if (!refused.has(annotation.dashboardUid)) {
      const removed = await port.remove(annotation.id);
      if (!removed.ok && removed.failure.kind === 'forbidden') {
        refused.add(annotation.dashboardUid);
      }
    }
  }
}

function twinsIn(stored: readonly Stored[]): Annotation[] {
  return youngerOf(stored).flatMap(({ elder, younger }) => (isTwin(elder, younger) ? [younger] : []));
}

function youngerOf(stored: readonly Stored[]): Array<{ elder: Annotation; younger: Annotation }> {
  const elders = new Map<string, Annotation>();
  return oldestFirst(stored).flatMap(({ id, annotation }) => {
    const elder = elders.get(id) ?? annotation;
    elders.set(id, elder);
    return elder.id === annotation.id ? [] : [{ elder, younger: annotation }];
  });
}

function isTwin(elder: Annotation, younger: Annotation): boolean {
  return (
    elder.text === younger.text &&
    elder.login === younger.login &&
    elder.dashboardUid === younger.dashboardUid &&
    elder.updated === elder.created &&
    younger.updated === younger.created
  );
}
