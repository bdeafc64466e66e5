import { blockMedians } from './blockMedians';
import { type Points, valueAt, firstFrom } from './points';

const AS_MUCH = 0.5;

/**
 * Whether a stretch is but part of a season, as far as what was on the graph before it can tell: the series repeats
 * itself with a period longer than the stretch, and one period earlier it moved at least half as far the same way.
 */
export function isSeasonal(stretch: Points, before: Points): boolean {
  const start = valueAt(stretch.times, 0);
  const end = valueAt(stretch.times, stretch.times.length - 1);
  const shown = joined(before, stretch, start);
  const period = seasonOf(shown);
  if (period === undefined || period <= end - start || start - period < valueAt(shown.times, 0)) {
    return false;
  }
  const now = levelAt(shown, end) - levelAt(shown, start);
  const then = levelAt(shown, end - period) - levelAt(shown, start - period);
  return then * now > 0 && Math.abs(then) >= AS_MUCH * Math.abs(now);
}

function joined(before: Points, stretch: Points, start: number): Points {
  const count = firstFrom(before.times, start);
  const join = (a: ArrayLike<number>, b: ArrayLike<number>) => [...Array.from(a).slice(0, count), ...Array.from(b)];
  return { times: join(before.times, stretch.times), values: join(before.values, stretch.values) };
}

function levelAt({ times, values }: Points, time: number): number {
  return valueAt(values, Math.min(times.length - 1, firstFrom(times, time)));
}

const BLOCKS = 120;
const FEWEST_BLOCKS = 40;
const ALIKE = 0.6;
const UNLIKE = 0.1;
const SUDDEN = 0.5;

/**
 * The period (ms) after which a series repeats itself, by autocorrelation: the first lag, up to half of what is shown,
 * at which it is like itself again (r at least 0.6) after a lag at which it was not (r at most 0.1). Undefined when
 * there is none, when fewer than 40 of 120 spans hold a point, or when it falls at once: then it is restarts.
 */
export function seasonOf(points: Points): number | undefined {
  const blocks = blockMedians(points, BLOCKS);
  const values = blocks.map(({ median }) => median);
  if (values.length < FEWEST_BLOCKS || fallsAtOnce(values)) {
    return undefined;
  }
  const lag = repeatOf(values);
  return lag && (lag * (valueAt(points.times, points.times.length - 1) - valueAt(points.times, 0))) / values.length;
}

function fallsAtOnce(values: readonly number[]): boolean {
  const range = Math.max(...values) - Math.min(...values);
  return values.some((value, i) => Math.abs(value - (values[i - 1] ?? value)) > SUDDEN * range);
}

function repeatOf(values: readonly number[]): number | undefined {
  let differed = false;
  let best: { lag: number; likeness: number } | undefined;
  for (let lag = 2; lag <= values.length / 2; lag++) {
    const likeness = correlation(values.slice(lag), values.slice(0, -lag));
    differed ||= likeness <= UNLIKE;
    if (differed && likeness >= ALIKE && likeness > (best?.likeness ?? 0)) {
      best = { lag, likeness };
    }
  }
  return best?.lag;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value / list.length, 0);
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let ownA = 0;
  let ownB = 0;
  a.forEach((value, i) => {
    const other = valueAt(b, i) - meanB;
    both += (value - meanA) * other;
    ownA += (value - meanA) ** 2;
    ownB += other ** 2;
  });
  return ownA * ownB > 0 ? both / Math.sqrt(ownA * ownB) : 0;
}
