import { boundsOf } from '../projection/offer/boundsOf';
import type { SeriesTraits } from '../projection/projectStretch';
import type { EvidenceSeries } from '../series/evidence';
import { isCounter } from '../series/isCounter';
import type { NearMissRecord } from './record';

type Told = Pick<NearMissRecord, 'source' | 'limit'> & {
  /** The one that was made for this limit, if any. */
  projection: NearMissRecord['projection'];
};

/**
 * What a record tells of its series besides the points. The panel's own bounds are not kept in it, but a limit that the panel
 * offered, or that was projected to, is within reach: 400 % of four CPUs.
 */
export function traitsOf(series: EvidenceSeries, { source, limit, projection }: Told): SeriesTraits {
  const isWithinReach = limit !== null && (limit.origin !== 'typed' || projection?.ok === true);
  const hints = { steps: [], mode: 'absolute', thresholdsShown: false, unit: series.unit } as const;
  return {
    ...boundsOf(hints, isWithinReach ? [...series.values, limit.value] : series.values),
    counter: isCounter({ ...series, queries: source?.queries ?? [] }),
  };
}
