import { measuredPoints } from './measuredPoints';
import type { Stretch } from './stretch';

type Rows = Parameters<typeof measuredPoints>[0];

/** The gaps of a series in order, each from the last point before it to the first one after it, epoch ms. */
export function gapsOf(series: Rows): Stretch[] {
  const points = measuredPoints(series);
  return points.flatMap(({ at, afterGap }, index) => (afterGap ? [{ from: points[index - 1]?.at ?? at, to: at }] : []));
}

/** How many ms of a window lie in gaps. */
export function unmeasuredIn(series: Rows, window: Stretch): number {
  return gapsOf(series).reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, window.to) - Math.max(from, window.from)),
    0
  );
}
