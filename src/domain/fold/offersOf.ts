import { COUNTED_STATUSES, isWithin, type Span } from './filter';
import type { NearMiss } from './nearMiss';

type Part = 'kinds' | 'statuses' | 'teams' | 'services' | 'savedBy';

/** What can be chosen of each part of a filter, with how many near misses have it; null for what counts nowhere. */
export type Offers = Readonly<Record<Part, ReadonlyMap<string, number | null>>>;

/**
 * The names that counted near misses of any time have, with how many of those acted on within the span have each, which
 * may be none; teams and services in alphabetical order. Statuses that do not count are offered without a number where
 * near misses have them: there is no other way to those.
 */
export function offersOf(list: readonly NearMiss[], span: Span): Offers {
  const counts = () => new Map<string, number | null>();
  const offers = { kinds: counts(), statuses: counts(), teams: counts(), services: counts(), savedBy: counts() };
  for (const nearMiss of list) {
    const { status, kind, team, services, savedBy } = nearMiss;
    if (!COUNTED_STATUSES.includes(status)) {
      offers.statuses.set(status, null);
      continue;
    }
    const one = isWithin(span, nearMiss.actedAt) ? 1 : 0;
    const add = (part: Map<string, number | null>, names: readonly string[]) =>
      new Set(names).forEach((name) => part.set(name, (part.get(name) ?? 0) + one));
    add(offers.kinds, [kind]);
    add(offers.statuses, [status]);
    add(offers.teams, team ? [team] : []);
    add(offers.services, services.filter(Boolean));
    add(offers.savedBy, savedBy);
  }
  return { ...offers, teams: byName(offers.teams), services: byName(offers.services) };
}

function byName<T>(names: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...names].sort(([a], [b]) => a.localeCompare(b)));
}
