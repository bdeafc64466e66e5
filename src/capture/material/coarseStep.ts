import { rangeUtil } from '@grafana/data';
import type { PanelCopy } from './copyPanel';
import type { PanelSeries } from '../../domain/projection/panelSeries';

type Points = Pick<PanelSeries, 'times' | 'values'>;

/** The series with the finer points in their span, and its own before and after it. */
export function withFinerPoints(series: PanelSeries, finer: Points): PanelSeries {
  const first = finer.times[0];
  const last = finer.times.at(-1);
  if (first === undefined || last === undefined) {
    return series;
  }
  const before = where(series, (at) => at < first);
  const after = where(series, (at) => at > last);
  return {
    ...series,
    times: [...before.times, ...finer.times, ...after.times],
    values: [...before.values, ...finer.values, ...after.values],
  };
}

function where({ times, values }: Points, isIn: (at: number) => boolean): Points {
  const inside = times.map(isIn);
  return { times: times.filter((_, i) => inside[i]), values: values.filter((_, i) => inside[i]) };
}

/** Data sources round the interval they were asked for, and align their first point. */
const ABOUT = 0.1;
/** Gaps and the ends of the range are not what is usual. */
const MIDDLE = 2;

/**
 * Ms between a series' points when the panel's budget of points set them that far apart, so that the data source averaged
 * or left out what lay between them. Null when they have a step of their own, or when the panel does not tell.
 */
export function coarseStep(
  times: readonly number[],
  { asked, range }: Pick<PanelCopy, 'asked' | 'range'>
): number | null {
  const step = usualStep(times);
  if (!asked || step === null) {
    return null;
  }
  const byBudget = rangeUtil.roundInterval((range.to - range.from) / asked.maxDataPoints);
  const asAsked = Math.abs(step - asked.intervalMs) <= ABOUT * asked.intervalMs;
  // Beyond the budget it is the least interval of the query or of the data source: there is nothing finer.
  return asAsked && asked.intervalMs <= byBudget ? step : null;
}

/** The median time between two points, ms; null with fewer than two. */
export function usualStep(times: readonly number[]): number | null {
  const steps = times.slice(1).map((at, i) => at - (times[i] ?? at));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / MIDDLE)] ?? null;
}
