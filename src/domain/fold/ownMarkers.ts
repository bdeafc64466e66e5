import type { Annotation } from '../codec/annotation';
import { isMarkerText } from '../codec/encodeMarker';
import { nearMissIdOfDraft } from '../record/id';
import type { NearMissRecord } from '../record/record';

/**
 * The near miss's own among annotations tagged as its markers, in their order: with a text that Near Miss wrote, on the panel
 * the near miss was seen on, or the draft that its id was made of. The tag proves nothing: anybody who may write one
 * annotation anywhere can put it on it.
 */
export function ownMarkers(
  { id, source }: Pick<NearMissRecord, 'id' | 'source'>,
  tagged: readonly Annotation[]
): Annotation[] {
  const isOnSource = ({ dashboardUid, panelId }: Annotation) =>
    source !== null && source.dashboardUid === dashboardUid && source.panelId === panelId;
  const isItsDraft = (annotation: Annotation) => nearMissIdOfDraft(annotation.created, annotation.id) === id;
  return tagged.filter(
    (annotation) => isMarkerText(annotation.text, id) && (isOnSource(annotation) || isItsDraft(annotation))
  );
}
