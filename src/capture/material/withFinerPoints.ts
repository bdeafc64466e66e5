import type { PanelSeries } from './panelSeries';

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
