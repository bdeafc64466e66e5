import { useMemo } from 'react';
import type { Period } from '../../components/words/period';
import type { ShownScope } from '../../components/words/useScope';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { type Insights, insightsOf } from '../../domain/insight/insightsOf';
import { periodBefore, quartersUpTo } from './insightPeriods';

interface ShownInsights {
  insights: Insights;
  /** Oldest first. */
  quarters: readonly Period[];
  before: Period | null;
}

/** What the page shows of the list for its scope; `now` in epoch ms. */
export function useInsights(list: readonly NearMiss[], { period, teams }: ShownScope, now: number): ShownInsights {
  return useMemo(() => {
    const quarters = quartersUpTo(period, now);
    const before = periodBefore(period, now);
    return { insights: insightsOf(list, { teams, now: period, before, quarters }), quarters, before };
  }, [list, period, teams, now]);
}
