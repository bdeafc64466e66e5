import { likeMoments } from './likeMoments';
import { replay } from './replay';
import { seededRandom } from '../series/seededRandom';
import type { Shape } from './shape';
import { valueAt } from '../series/points';

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

const PATHS = 400;
const SEED = 20261123;
const PACE_SPREAD = 0.3;
const LOYAL_RUN = 9;
const FREE_RUN = 3;

/**
 * The crossings of 400 replayed futures, in buckets after the last one, ascending, Infinity for those that do not
 * cross within `horizon`. Every second path is loyal: its runs start at moments like the one the last run ended in; the
 * others are free and use shorter runs from anywhere. Three in ten know the last third of the stretch only.
 */
export function replayAll(shape: Shape, gap: number, horizon: number): Float64Array {
  const { heights } = shape;
  const trusted = recentShare(heights);
  const third = Math.floor((2 * heights.length) / 3);
  const [whole, recent] = [0, third].map((from) => ({
    like: likeMoments(shape, from),
    all: indices(from, heights.length - 1),
  }));
  const crossings = new Float64Array(PATHS);
  for (let path = 0; path < PATHS && whole && recent; path++) {
    const random = seededRandom(SEED + path);
    const known = random() < trusted ? recent : whole;
    const loyal = path % 2 === 0;
    const startsAfter = loyal ? (bucket: number) => known.like[bucket] ?? known.all : () => known.all;
    const plan = { random, pace: paceOf(path), longestRun: loyal ? LOYAL_RUN : FREE_RUN, startsAfter };
    crossings[path] = replay(heights, gap, horizon, plan);
  }
  return crossings.sort();
}

function indices(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, i) => from + i);
}

/** Paces spread evenly through a log-normal (its logistic likeness), the same for both kinds: no luck of the draw. */
function paceOf(path: number): number {
  const rank = (Math.floor(path / 2) + 0.5) / (PATHS / 2);
  return Math.exp((PACE_SPREAD * Math.log(rank / (1 - rank))) / 1.702);
}
