import type { Place } from '../../domain/nearMiss';
import { useRights } from '../../storage/useRights';

/** True once Grafana has said that the current user may not write there; while it has not answered nobody is kept from trying. */
export function useDenied(place: Place | null): boolean {
  const rights = useRights(place?.kind === 'journal' ? place.dashboardUid : undefined);
  const allowed = place?.kind === 'journal' ? rights.dashboard : rights.organization;
  return place !== null && rights.state === 'ready' && allowed !== true;
}
