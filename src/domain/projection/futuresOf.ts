import { replay } from './replay';
import { seededRandom } from './seededRandom';
import type { Shape } from './shapeOf';
import { valueAt } from './valueAt';

/** When the replayed futures cross, in buckets after the last one. */
export interface Futures {
  /** The loyal paths' crossings: had it gone on. Infinity where a path never does. */
  crossings: number[];
  /** One in ten crosses before `lo` and nine in ten before `hi`, stopping counted in; Infinity = not within the horizon. */
  lo: number;
  hi: number;
  /** Chance of a crossing within the horizon. */
  p: number;
}

const PATHS = 400;

/** Replays the shape towards a limit `gap` above its last peak and counts in that growths stop. */
export function futuresOf(shape: Shape, gap: number, horizon: number): Futures {
  const length = shape.heights.length;
  const shareRecent = recentShare(shape);
  const all: number[] = [];
  const crossings: number[] = [];
  for (let i = 0; i < PATHS; i++) {
    const recent = seededRandom(i + 7919)() < shareRecent;
    const loyal = i % 2 === 0;
    const crossing = replay(shape, gap, horizon, {
      seed: i + 1,
      loyal,
      from: recent ? Math.floor((2 * length) / 3) : 0,
    });
    all.push(crossing);
    if (loyal) {
      crossings.push(crossing);
    }
  }
  return { crossings, ...chances(all, length, horizon) };
}

/** How much the last third is trusted over the whole, 0.3 to 0.95: the more its speed differs from what came before. */
function recentShare({ heights }: Shape): number {
  const cut = Math.floor((2 * heights.length) / 3);
  const early = stepsOf(heights, 0, cut);
  const late = stepsOf(heights, cut, heights.length - 1);
  const spread = Math.sqrt(early.variance / Math.max(1, early.count) + late.variance / Math.max(1, late.count));
  const z2 = ((late.mean - early.mean) / (spread || 1e-9)) ** 2;
  return 0.3 + 0.65 * (z2 / (z2 + 9));
}

function stepsOf(heights: Float64Array, from: number, to: number) {
  const count = to - from;
  const mean = (valueAt(heights, to) - valueAt(heights, from)) / Math.max(1, count);
  let squares = 0;
  for (let i = from; i < to; i++) {
    squares += (valueAt(heights, i + 1) - valueAt(heights, i) - mean) ** 2;
  }
  return { count, mean, variance: squares / Math.max(1, count - 1) };
}

/** Lindy: a growth that lasted w goes on for x more with chance w / (w + x), so a crossing at x counts that much. */
function chances(crossings: number[], lasted: number, horizon: number) {
  const sorted = crossings.filter((x) => x <= horizon).sort((a, b) => a - b);
  let sum = 0;
  let lo = Infinity;
  let hi = Infinity;
  for (const crossing of sorted) {
    sum += lasted / (lasted + crossing) / crossings.length;
    lo = sum >= 0.1 && lo === Infinity ? crossing : lo;
    hi = sum >= 0.9 && hi === Infinity ? crossing : hi;
  }
  return { lo, hi, p: sum };
}
