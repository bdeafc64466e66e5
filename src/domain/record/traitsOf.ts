import { boundsOf } from '../projection/proposeLimit';
import type { SeriesTraits } from '../projection/projectStretch';
import type { EvidenceSeries } from '../series/evidence';
import { isCounter } from '../series/isCounter';
import type { Source } from './record';

/** What a record tells of its series besides the points: the panel's own bounds are not kept in it. */
export function traitsOf(series: EvidenceSeries, source: Source | null): SeriesTraits {
  const hints = { steps: [], mode: 'absolute', thresholdsShown: false, unit: series.unit } as const;
  return {
    ...boundsOf(hints, series.values),
    counter: isCounter({ ...series, queries: source?.queries ?? [] }),
  };
}
