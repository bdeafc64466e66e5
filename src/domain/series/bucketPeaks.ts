import { type Points, valueAt, firstFrom } from './points';

/**
 * The highest value (lowest for `direction` -1) in each of `count` equal spans of time, turned so that it grows towards
 * the limit. Peaks decide when a limit is met, and equal spans make the answer independent of how densely the series was
 * sampled. Spans without a point lie on the line between their neighbours.
 */
export function bucketPeaks({ times, values }: Points, count: number, direction: 1 | -1): Float64Array {
  const peaks = new Float64Array(count);
  const first = valueAt(times, 0);
  const width = valueAt(times, times.length - 1) - first;
  let start = 0;
  for (let bucket = 0; bucket < count; bucket++) {
    const end = bucket === count - 1 ? times.length : firstFrom(times, first + (width * (bucket + 1)) / count);
    peaks[bucket] = direction > 0 ? highest(values, start, end) : -lowest(values, start, end);
    start = end;
  }
  fillGaps(peaks);
  return peaks;
}

function highest(values: ArrayLike<number>, start: number, end: number): number {
  let peak = -Infinity;
  for (let i = start; i < end; i++) {
    const value = values[i];
    if (value !== undefined && value > peak) {
      peak = value;
    }
  }
  return peak;
}

function lowest(values: ArrayLike<number>, start: number, end: number): number {
  let peak = Infinity;
  for (let i = start; i < end; i++) {
    const value = values[i];
    if (value !== undefined && value < peak) {
      peak = value;
    }
  }
  return peak;
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
