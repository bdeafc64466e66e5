import type { NearMiss } from '../fold/nearMiss';
import type { Stretch } from '../series/stretch';
import { countedOf, type CountedWithin, countedWithin } from './countedIn';
import { type MarginSpan, narrowestMargins } from './narrowestMargins';
import { type RecurringSignal, recurringSignals } from './recurringSignals';
import { type SavedByCounts, savedByCounts } from './savedByCounts';
import { type Steps, stepsOf } from './stepsOf';
import { type Watched, watchedOf } from './watchedOf';

/** What is looked at; times in epoch ms, infinite where there is no end. */
export interface InsightScope {
  /** Empty for all. */
  teams: readonly string[];
  now: Stretch;
  /** What `now` is held against; null for all time. */
  before: Stretch | null;
  /** What signals are followed over, one after the other. */
  quarters: readonly Stretch[];
}

/** Of those that count within the scope, in the order given. */
export interface Insights extends CountedWithin {
  margins: readonly MarginSpan[];
  steps: Steps;
  savedBy: SavedByCounts;
  before: { count: number; savedBy: SavedByCounts } | null;
  watched: Watched;
  recurring: readonly RecurringSignal[];
}

/** All that is counted for a scope, in raw numbers; the same for any order of the list but for the order of near misses. */
export function insightsOf(list: readonly NearMiss[], { teams, now, before, quarters }: InsightScope): Insights {
  const counted = countedWithin(list, { ...now, teams });
  const { nearMisses } = counted;
  const earlier = before && countedWithin(list, { ...before, teams }).nearMisses;
  return {
    ...counted,
    margins: narrowestMargins(nearMisses),
    steps: stepsOf(nearMisses),
    savedBy: savedByCounts(nearMisses),
    before: earlier && { count: earlier.length, savedBy: savedByCounts(earlier) },
    watched: watchedOf(nearMisses),
    recurring: recurringSignals(countedOf(list).nearMisses, { periods: quarters, teams }),
  };
}
