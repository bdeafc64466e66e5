import { defaultPlace, journalsOf } from '../domain/record/journals';
import { dashboardOf, type Place } from '../domain/record/place';
import type { AppSettings } from '../domain/record/settings';
import type { Denied } from '../grafana/rights';
import { useDenials } from '../storage/react/useJournals';
import type { PlaceJournal, RefusedJournal } from './WhoReads';

/** Where a near miss will go, and what there is to choose. */
export interface ChosenPlace {
  /** null while somebody has yet to choose. */
  place: Place | null;
  journals: readonly PlaceJournal[];
  /** Why the current user cannot save there; null while Grafana has not said so. */
  denied: Denied | null;
  /** The journal that it belongs into and cannot go to. */
  skipped: RefusedJournal | null;
}

/** The chosen place, or the first by default that the current user may write to; rights that are not known refuse nothing. */
export function usePlace(
  settings: AppSettings,
  subject: Parameters<typeof defaultPlace>[1],
  chosen: Place | null
): ChosenPlace {
  const denials = useDenials(settings);
  const deniedIn = (place: Place | null) => (place && denials.get(dashboardOf(place).dashboardUid ?? '')) ?? null;
  const usual = defaultPlace(settings, subject);
  const place = chosen ?? defaultPlace(settings, subject, (candidate) => deniedIn(candidate) !== null);
  const refused = chosen ? null : deniedIn(usual);
  return {
    place,
    journals: journalsOf(settings).map((journal) => ({
      ...journal,
      hidden: isUnopened(denials.get(journal.dashboardUid)),
    })),
    denied: place ? deniedIn(place) : refused,
    skipped: usual?.kind === 'journal' && refused ? { dashboardUid: usual.dashboardUid, denied: refused } : null,
  };
}

const isUnopened = (denied: Denied | null | undefined) => denied === 'gone' || denied === 'forbidden';
