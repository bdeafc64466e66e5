import type { EvidenceSeries } from '../series/evidence';
import type { Limit } from './limit';

/**
 * The indexes of the series in the order in which they head for their limits: least time left at their own pace first,
 * then those that do not head there, in their given order. `limits[i]` belongs to `series[i]`. O(points).
 */
export function orderByHeading(series: readonly EvidenceSeries[], limits: ReadonlyArray<Limit | null>): number[] {
  const timeLeft = series.map((one, index) => timeToLimit(one, limits[index] ?? null));
  return series
    .map((_, index) => index)
    .sort((a, b) => compare(timeLeft[a] ?? Infinity, timeLeft[b] ?? Infinity) || a - b);
}

/** Ms at the pace between the first and the last third; Infinity when it does not come nearer. */
function timeToLimit({ times, values }: EvidenceSeries, limit: Limit | null): number {
  const third = Math.floor(times.length / 3);
  if (!limit || third === 0) {
    return Infinity;
  }
  const early = { at: middle(times.slice(0, third)), value: middle(values.slice(0, third)) };
  const late = { at: middle(times.slice(-third)), value: middle(values.slice(-third)) };
  const left = ((limit.value - late.value) / (late.value - early.value)) * (late.at - early.at);
  return left > 0 ? left : Infinity;
}

/** The median, which neither a spike nor a gap moves; NaN when nothing was measured. */
function middle(numbers: readonly number[]): number {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Infinity minus Infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
