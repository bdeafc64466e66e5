import type { Annotation } from './annotation';
import type { Place } from './nearMiss';

/** Where an annotation is kept: of the organization, or of a journal. */
export function placeOf({ dashboardUid }: Pick<Annotation, 'dashboardUid'>): Place {
  return dashboardUid ? { kind: 'journal', dashboardUid } : { kind: 'organization' };
}
