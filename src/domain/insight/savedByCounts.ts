import type { NearMiss } from '../fold/nearMiss';
import { SAVED_BY, type SavedBy } from '../record/record';

/** How many near misses each of the five saved; they add up to more than all where several saved one. */
export type SavedByCounts = Readonly<Record<SavedBy, number>>;

/** Counts each of the five once a near miss. */
export function savedByCounts(list: readonly NearMiss[]): SavedByCounts {
  const counts = { person: 0, alert: 0, automation: 0, review: 0, luck: 0 };
  for (const { savedBy } of list) {
    SAVED_BY.filter((one) => savedBy.includes(one)).forEach((one) => (counts[one] += 1));
  }
  return counts;
}
