import type { Place } from '../domain/record/place';
import type { Denied } from '../grafana/rights';
import { useRights } from '../storage/react/useGrafana';

/** Null until Grafana has said that the current user may not write there: meanwhile nobody is kept from trying. */
export function useDenied(place: Place | null): Denied | null {
  const rights = useRights(place?.kind === 'journal' ? place.dashboardUid : undefined);
  const allowed = place?.kind === 'journal' ? rights.dashboard : rights.organization;
  if (place === null || rights.state !== 'ready' || allowed === true) {
    return null;
  }
  return rights.unopened ?? 'no-right';
}
