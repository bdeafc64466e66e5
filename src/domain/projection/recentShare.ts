import { valueAt } from '../series/valueAt';

const LEAST = 0.3;
const MOST = 0.95;
const DOUBT = 20;

/**
 * How far the last third of a stretch is trusted over all of it, 0.3 to 0.95: the more, the less chance alone explains
 * that its steps differ from those before (squared Welch's t against 30; a leak since a deploy, a cache that fills up).
 */
export function recentShare(heights: ArrayLike<number>): number {
  const cut = Math.floor((2 * heights.length) / 3);
  const early = stepsOf(heights, 0, cut);
  const late = stepsOf(heights, cut, heights.length - 1);
  const apart = (late.mean - early.mean) ** 2;
  const doubt = DOUBT * (early.error + late.error);
  return LEAST + (apart > 0 ? ((MOST - LEAST) * apart) / (apart + doubt) : 0);
}

/** Mean of the steps between two places, and its squared standard error. */
function stepsOf(heights: ArrayLike<number>, from: number, to: number) {
  const count = Math.max(1, to - from);
  const mean = (valueAt(heights, to) - valueAt(heights, from)) / count;
  let squares = 0;
  for (let i = from; i < to; i++) {
    squares += (valueAt(heights, i + 1) - valueAt(heights, i) - mean) ** 2;
  }
  return { mean, error: squares / Math.max(1, count - 1) / count };
}
