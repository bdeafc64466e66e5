import type { Annotation } from '../codec/annotation';

interface Stored {
  annotation: Annotation;
}

/**
 * The order of every fold: Grafana's number, which goes up with each POST whatever its clock says; so the order of arrival does
 * not matter.
 */
export function oldestFirst<T extends Stored>(stored: readonly T[]): T[] {
  return [...stored].sort((a, b) => a.annotation.id - b.annotation.id);
}

/**
 * Of all that share an id the oldest, in order; `twins` are the annotation ids of the younger ones. One annotation that
 * came twice (Grafana repeats organization annotations) is no twin of itself.
 */
export function withoutTwins<T extends Stored>(
  stored: readonly T[],
  idOf: (item: T) => string
): Array<{ item: T; twins: readonly number[] }> {
  const byId = new Map<string, { item: T; twins: number[] }>();
  for (const item of oldestFirst(stored)) {
    const id = idOf(item);
    const known = byId.get(id);
    const annotationId = item.annotation.id;
    if (!known) {
      byId.set(id, { item, twins: [] });
    } else if (known.item.annotation.id !== annotationId && !known.twins.includes(annotationId)) {
      known.twins.push(annotationId);
    }
  }
  return [...byId.values()];
}
