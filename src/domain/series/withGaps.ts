import { measuredPoints, rowsOf } from './measuredPoints';
import { quantile } from './quantile';
import type { Point } from './thinPoints';

/** What a panel and its data source say about rows that are not there. */
export interface GapRule {
  /** Ms: where points are farther apart, nothing was measured between them (Grafana's `interval` and `insertNulls`). */
  interval?: number;
  /** Whether gaps are drawn over (Grafana's `spanNulls`): all of them, or those shorter than so many ms. */
  connected?: boolean | number;
}

/**
 * The rows of a series in the order of time, with one NaN in each gap and none elsewhere. A gap is what Grafana breaks the
 * line at: null (`undefined` is a row of another series) or no row for longer than the interval it was told. Without one,
 * a series of a steady step has a gap where at least two rows in a row are missing. See docs/adr/0021.
 */
export function withGaps(
  times: readonly number[],
  values: readonly unknown[],
  { interval, connected = false }: GapRule = {}
): { times: number[]; values: number[] } {
  const numbers = wholeSeries(times, values, interval);
  if (numbers) {
    return { times: [...times], values: numbers };
  }
  const told = times.map((_, index) => values[index] !== undefined);
  const points = measuredPoints({
    times: times.filter((_, index) => told[index]),
    values: values.filter((_, index) => told[index]).map((value) => (typeof value === 'number' ? value : NaN)),
  });
  const reach = reachOf(points, interval);
  const isDrawnOver = (length: number) => (typeof connected === 'number' ? length < connected : connected);
  return rowsOf(
    points.map(({ at, value, afterGap }, index) => {
      const length = at - (points[index - 1]?.at ?? at);
      return (afterGap || length > reach) && !isDrawnOver(length) ? { at, value, afterGap: true } : { at, value };
    })
  );
}

/** The values of rows that are in order, measured and so evenly apart that no rule finds a gap: most are, of hundreds on a panel. */
function wholeSeries(times: readonly number[], values: readonly unknown[], interval = 0): number[] | null {
  const numbers: number[] = [];
  let shortest = Infinity;
  let longest = 0;
  for (let i = 0; i < times.length; i++) {
    const value = values[i];
    const step = (times[i] ?? NaN) - (times[i - 1] ?? times[i] ?? NaN);
    if (typeof value !== 'number' || !Number.isFinite(value) || !(step >= 0)) {
      return null;
    }
    numbers.push(value);
    shortest = step > 0 && step < shortest ? step : shortest;
    longest = step > longest ? step : longest;
  }
  return longest <= (interval > 0 ? interval : BEYOND * shortest) ? numbers : null;
}

/** Of fewer steps nobody can tell what is usual. */
const FEWEST_STEPS = 10;
/** A step is steady where so many of all lie within half of the median, up and down; of things that come by chance a third do. */
const STEADY = 0.8;
/** So many times the usual step is well beyond it: two rows are missing, however the steps jitter. */
const BEYOND = 3;

/** How far apart two points may be without a gap between them, ms; Infinity where there is no usual step. */
function reachOf(points: readonly Point[], interval: number | undefined): number {
  const steps = points.map(({ at }, i) => at - (points[i - 1]?.at ?? at)).filter((step) => step > 0);
  if (interval !== undefined && interval > 0 && shareOf(steps, 0, interval + 1) >= 1 / 2) {
    // Times are rounded to whole ms.
    return interval + 1;
  }
  return steps.length >= FEWEST_STEPS ? reachOfSteady(steps) : Infinity;
}

function reachOfSteady(steps: readonly number[]): number {
  const usual = quantile(steps, 0.5);
  return shareOf(steps, usual / 2, 1.5 * usual) >= STEADY ? BEYOND * usual : Infinity;
}

function shareOf(steps: readonly number[], least: number, most: number): number {
  return steps.filter((step) => step >= least && step <= most).length / steps.length;
}
