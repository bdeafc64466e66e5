/** The dashboard of a journal; nothing for the organization. */
export function dashboardOf(place: Place): { dashboardUid?: string } {
  return place.kind === 'journal' ? { dashboardUid: place.dashboardUid } : {};
}

/** Where a record is kept: of the organization, or of a journal dashboard. */
export type Place = { kind: 'organization' } | { kind: 'journal'; dashboardUid: string };

/** What tells where an annotation is kept: empty for the organization's. */
interface Kept {
  dashboardUid: string;
}

/** Where an annotation is kept. */
export function placeOf({ dashboardUid }: Kept): Place {
  return dashboardUid ? { kind: 'journal', dashboardUid } : { kind: 'organization' };
}

/** Whether an annotation is kept in that place. */
export function isKeptIn(place: Place): (stored: { annotation: Kept }) => boolean {
  const uid = place.kind === 'journal' ? place.dashboardUid : '';
  return ({ annotation }) => annotation.dashboardUid === uid;
}
