import type { Annotation } from '../codec/annotation';
import type { Place } from './record';

/** Where an annotation is kept. */
export function placeOf({ dashboardUid }: Pick<Annotation, 'dashboardUid'>): Place {
  return dashboardUid ? { kind: 'journal', dashboardUid } : { kind: 'organization' };
}

/** Whether an annotation is kept in that place. */
export function isIn(place: Place): (stored: { annotation: Pick<Annotation, 'dashboardUid'> }) => boolean {
  const uid = place.kind === 'journal' ? place.dashboardUid : '';
  return ({ annotation }) => annotation.dashboardUid === uid;
}
