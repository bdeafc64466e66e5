import { filterNearMisses } from '../fold/filter';
import type { NearMiss } from '../fold/nearMiss';
import type { Stretch } from '../series/stretch';
import { actedWithin, countedOf } from './countedIn';
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

export interface Insights {
  /** Those that count within the scope, in the order given. */
  nearMisses: readonly NearMiss[];
  /** True where there is nothing but the shipped examples, which count only then. */
  isExamples: boolean;
  margins: readonly MarginSpan[];
  steps: Steps;
  savedBy: SavedByCounts;
  before: { count: number; savedBy: SavedByCounts } | null;
  watched: Watched;
  recurring: readonly RecurringSignal[];
}

/** All that is counted for a scope, in raw numbers; the same for any order of the list but for the order of near misses. */
export function insightsOf(list: readonly NearMiss[], { teams, now, before, quarters }: InsightScope): Insights {
  const counted = countedOf(list);
  const ofTeams = filterNearMisses(counted.nearMisses, { teams });
  const nearMisses = actedWithin(ofTeams, now);
  const earlier = before && actedWithin(ofTeams, before);
  return {
    nearMisses,
    isExamples: counted.isExamples,
    margins: narrowestMargins(nearMisses),
    steps: stepsOf(nearMisses),
    savedBy: savedByCounts(nearMisses),
    before: earlier && { count: earlier.length, savedBy: savedByCounts(earlier) },
    watched: watchedOf(nearMisses),
    recurring: recurringSignals(counted.nearMisses, { periods: quarters, teams }),
  };
}
