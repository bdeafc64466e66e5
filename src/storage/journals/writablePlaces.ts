import { journalsOf } from '../../domain/record/journals';
import type { AppSettings } from '../../domain/record/settings';
import type { Outcome } from '../../grafana/outcome';
import { readRights } from '../../grafana/rights';
import type { Send } from '../../grafana/send';
import type { Place } from '../../domain/record/place';

/** Where near misses are kept and whether the current user may write there. */
export interface PlaceRight {
  place: Place;
  /** A journal's name; empty for the organization. */
  title: string;
  mayWrite: boolean;
}

/** The organization, then each configured journal once. A journal that is gone or hidden counts as not writable. */
export async function writablePlaces(
  send: Send,
  settings: AppSettings,
  signal?: AbortSignal
): Promise<Outcome<readonly PlaceRight[]>> {
  const organization = await readRights(send, undefined, signal);
  if (!organization.ok) {
    return organization;
  }
  const places: PlaceRight[] = [
    { place: { kind: 'organization' }, title: '', mayWrite: organization.value.organization },
  ];
  for (const { dashboardUid, title } of journalsOf(settings)) {
    const rights = await readRights(send, dashboardUid, signal);
    if (!rights.ok) {
      return rights;
    }
    places.push({ place: { kind: 'journal', dashboardUid }, title, mayWrite: rights.value.dashboard === true });
  }
  return { ok: true, value: places };
}
