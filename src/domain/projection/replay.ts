import { valueAt } from '../series/points';

/** How one path is drawn. */
export interface ReplayPlan {
  /** 0..1, uniform. */
  random: () => number;
  /** Speed of this path against the series' own. */
  pace: number;
  /** Runs are 1 to this many steps long. */
  longestRun: number;
  /** The buckets a run may start in, for the bucket where the last one ended. */
  startsAfter: (bucket: number) => readonly number[];
}

/** A path that comes this close has met the limit: sums of steps that should equal it differ in the last digits. */
const TOUCH = 1e-6;

/**
 * When one possible future first climbs by `gap`: runs of the series' own past steps, one after the other, from its
 * last height on. Returns buckets after the last one; Infinity when not within `horizon` buckets. The draws do not
 * depend on the gap, so that a farther limit is never met earlier.
 */
export function replay(heights: Float64Array, gap: number, horizon: number, plan: ReplayPlan): number {
  const end = heights.length - 1;
  let height = 0;
  let elapsed = 0;
  let at = end;
  while (elapsed < horizon) {
    const starts = plan.startsAfter(at);
    at = valueAt(starts, Math.floor(plan.random() * starts.length));
    for (let left = 1 + Math.floor(plan.random() * plan.longestRun); left > 0 && at < end; left--, at++) {
      const step = valueAt(heights, at + 1) - valueAt(heights, at);
      if (height + step >= gap - TOUCH) {
        return elapsed + partOf(step, gap - height) / plan.pace;
      }
      height += step;
      elapsed += 1 / plan.pace;
    }
  }
  return Infinity;
}

/** How much of a step it takes to climb `rest`, 0 to 1. */
function partOf(step: number, rest: number): number {
  return step > 0 ? Math.min(1, rest / step) : 0;
}
