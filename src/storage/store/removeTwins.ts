import type { Annotation } from '../../domain/codec/annotation';
import { authorshipOf } from '../../domain/fold/authorship';
import { oldestFirst } from '../../domain/fold/oldestFirst';
import { partKey } from '../../domain/fold/isAsGoodAs';
import type { StoredPart } from '../../domain/fold/storedPart';
import type { AnnotationPort } from '../annotations/annotationPort';

/** Where deleting was refused in this session: not tried again at each reading. */
export type RefusedPlaces = Set<string>;

/**
 * Deletes younger twins that a late POST made, of records, changes, entries and the near miss's own markers. Best effort:
 * whoever sees both and may does it.
 */
export async function removeTwins(
  port: AnnotationPort,
  parts: readonly StoredPart[],
  markers: readonly Annotation[],
  refused: RefusedPlaces
): Promise<void> {
  for (const annotation of [...twinsIn(parts), ...markerTwinsIn(markers)]) {
    if (!refused.has(annotation.dashboardUid)) {
      const removed = await port.remove(annotation.id);
      if (!removed.ok && removed.failure.kind === 'forbidden') {
        refused.add(annotation.dashboardUid);
      }
    }
  }
}

/**
 * The younger twins among records, changes or entries, oldest first. A twin is the same part with the very same text by the
 * same login in the same place, not known to be changed since: anything else may be a copy under way into a journal, or somebody else's.
 */
export function twinsIn(parts: readonly StoredPart[]): Annotation[] {
  return pairsIn(parts, twinKey).flatMap(([elder, younger]) =>
    isUntouched(elder) && isUntouched(younger) ? [younger] : []
  );
}

/** Markers are patched, so their seal says nothing; words that somebody put in their place are another text. */
function markerTwinsIn(markers: readonly Annotation[]): Annotation[] {
  const stored = markers.map((annotation) => ({ annotation }));
  return pairsIn(stored, ({ annotation }) => `${annotation.dashboardUid} ${annotation.panelId}`).flatMap(
    ([elder, younger]) => (elder.text === younger.text && elder.login === younger.login ? [younger] : [])
  );
}

/** Each younger annotation with the oldest one of the same key. */
function pairsIn<T extends { annotation: Annotation }>(
  stored: readonly T[],
  keyOf: (item: T) => string
): Array<[elder: Annotation, younger: Annotation]> {
  const elders = new Map<string, Annotation>();
  return oldestFirst(stored).flatMap((item): Array<[Annotation, Annotation]> => {
    const elder = elders.get(keyOf(item)) ?? item.annotation;
    elders.set(keyOf(item), elder);
    return elder.id === item.annotation.id ? [] : [[elder, item.annotation]];
  });
}

function twinKey(part: StoredPart): string {
  const { text, login, dashboardUid } = part.annotation;
  return JSON.stringify([partKey(part), text, login, dashboardUid]);
}

const isUntouched = (annotation: Annotation) => authorshipOf(annotation, null).sealed !== false;
