import type { EvidenceSeries } from '../../series/evidence';
import type { Limit } from '../limit';

/** In lengths of what is looked at: nobody can know what lies farther ahead. */
const FARTHEST = 10;

/**
 * The indexes of the series in the order in which they head for their limits: least time left at their own pace first,
 * then those that do not head there, the one that moves most first. `limits[i]` and `moves[i]` (0 where not given) belong to
 * `series[i]`; equal ones keep their given order. O(points).
 */
export function orderByHeading(
  series: readonly EvidenceSeries[],
  limits: ReadonlyArray<Pick<Limit, 'value'> | null>,
  moves: readonly number[] = []
): number[] {
  const timeLeft = series.map((one, index) => timeToLimit(one, limits[index] ?? null));
  const moved = (index: number) => moves[index] ?? 0;
  return series
    .map((_, index) => index)
    .sort((a, b) => compare(timeLeft[a] ?? Infinity, timeLeft[b] ?? Infinity) || compare(moved(b), moved(a)) || a - b);
}

/** Ms at the pace between the first and the last third; Infinity when it does not come nearer, or not in sight. */
function timeToLimit({ times, values }: EvidenceSeries, limit: Pick<Limit, 'value'> | null): number {
  const third = Math.floor(times.length / 3);
  if (!limit || third === 0) {
    return Infinity;
  }
  const early = { at: middle(times.slice(0, third)), value: middle(values.slice(0, third)) };
  const late = { at: middle(times.slice(-third)), value: middle(values.slice(-third)) };
  const left = ((limit.value - late.value) / (late.value - early.value)) * (late.at - early.at);
  return left > 0 && left <= FARTHEST * ((times.at(-1) ?? 0) - (times[0] ?? 0)) ? left : Infinity;
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
