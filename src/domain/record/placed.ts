import type { Place } from './place';

/** The dashboard of a journal; nothing for the organization. */
export function placed(place: Place): { dashboardUid?: string } {
  return place.kind === 'journal' ? { dashboardUid: place.dashboardUid } : {};
}
