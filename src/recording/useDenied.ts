import type { Place } from '../domain/record/place';
import { useRights } from '../storage/react/useGrafana';

/** Why the current user cannot save in a place; `gone` and `forbidden`: the journal's dashboard cannot be opened. */
export type Denied = 'gone' | 'forbidden' | 'no-right';

/** Null until Grafana has said that the current user may not write there: meanwhile nobody is kept from trying. */
export function useDenied(place: Place | null): Denied | null {
  const rights = useRights(place?.kind === 'journal' ? place.dashboardUid : undefined);
  const allowed = place?.kind === 'journal' ? rights.dashboard : rights.organization;
  if (place === null || rights.state !== 'ready' || allowed === true) {
    return null;
  }
  return rights.unopened ?? 'no-right';
}
