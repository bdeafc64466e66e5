import { likeMoments } from './likeMoments';
import { recentShare } from './recentShare';
import { replay } from './replay';
import { seededRandom } from '../series/seededRandom';
import type { Shape } from './shape';

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
