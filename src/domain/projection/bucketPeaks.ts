import type { Points } from './cleanPoints';
import { valueAt } from './valueAt';

/**
 * The highest value (lowest for `direction` -1) in each of `count` equal spans of time, turned so that it grows towards
 * the limit. Peaks decide when a limit is met, and equal spans make the answer independent of how densely the series was
 * sampled. Spans without a point lie on the line between their neighbours. The only pass over all points.
 */
export function bucketPeaks({ times, values }: Points, count: number, direction: 1 | -1): Float64Array {
  const peaks = new Float64Array(count).fill(-Infinity);
  const first = valueAt(times, 0);
  const last = times.length - 1;
  const width = valueAt(times, last) - first;
  for (let i = 0; i <= last; i++) {
    const bucket = Math.min(count - 1, Math.floor((count * (valueAt(times, i) - first)) / width));
    const value = direction * valueAt(values, i);
    if (value > valueAt(peaks, bucket)) {
      peaks[bucket] = value;
    }
  }
  fillGaps(peaks);
  return peaks;
}

function fillGaps(peaks: Float64Array): void {
  let known = 0;
  for (let i = 1; i < peaks.length; i++) {
    if (peaks[i] === -Infinity) {
      continue;
    }
    const from = valueAt(peaks, known);
    const step = (valueAt(peaks, i) - from) / (i - known);
    for (let gap = known + 1; gap < i; gap++) {
      peaks[gap] = from + step * (gap - known);
    }
    known = i;
  }
}
