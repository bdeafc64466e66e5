import { quantile } from './quantile';
import { valueAt } from './points';

/**
 * Median slope over all pairs of equally spaced values, per step: a line that up to 29 % of wild values cannot tilt.
 * O(n²), so for buckets, not for raw points. https://en.wikipedia.org/wiki/Theil–Sen_estimator
 */
export function theilSenSlope(values: ArrayLike<number>): number {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      slopes.push((valueAt(values, j) - valueAt(values, i)) / (j - i));
    }
  }
  return quantile(slopes, 0.5);
}
