import { blockMedians } from './blockMedians';
import { cleanPoints } from './points';
import { rankCorrelation } from './rankCorrelation';

const BLOCKS = 12;
const FEWEST = 4;
const TREND = 0.5;

/**
 * Where a stretch is heading: the medians of its 12 equal spans of time, ranked against time (Spearman, at least 0.5
 * either way). Undefined for noise, a constant, or fewer than 4 usable points. Epoch ms, any order.
 */
export function directionOf(times: ArrayLike<number>, values: ArrayLike<number>): 'rising' | 'falling' | undefined {
  const points = cleanPoints(times, values);
  const blocks = points.times.length < FEWEST ? [] : blockMedians(points, BLOCKS);
  const rank = blocks.length < FEWEST ? 0 : rankCorrelation(blocks.map(({ median }) => median));
  if (Math.abs(rank) < TREND) {
    return undefined;
  }
  return rank > 0 ? 'rising' : 'falling';
}
