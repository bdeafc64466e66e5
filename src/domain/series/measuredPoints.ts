import type { Point } from './thinPoints';

interface Rows {
  /** Epoch ms. */
  times: readonly number[];
  /** NaN where nothing was measured. */
  values: readonly number[];
}

/**
 * What was measured, in the order of time (equal times as they came), each point knowing whether a gap lies before it: a row
 * without a value strictly between it and the one before. Rows without a value before the first and after the last are no
 * gaps but the ends of the series.
 */
export function measuredPoints({ times, values }: Rows): Point[] {
  const points: Point[] = [];
  let last = Infinity;
  let unmeasured = Infinity;
  for (const index of inOrder(times)) {
    const at = times[index] ?? NaN;
    const value = values[index] ?? NaN;
    if (Number.isFinite(value)) {
      points.push(unmeasured < at ? { at, value, afterGap: true } : { at, value });
      last = at;
      unmeasured = Infinity;
    } else if (at > last) {
      unmeasured = Math.min(unmeasured, at);
    }
  }
  return points;
}

/** The indexes of the rows that have a time. */
function inOrder(times: readonly number[]): Iterable<number> {
  if (times.every((at, index) => at >= (times[index - 1] ?? -Infinity))) {
    return times.keys();
  }
  const order = Array.from(times.keys()).filter((index) => Number.isFinite(times[index]));
  return order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
}

/** The reverse of `measuredPoints`: one NaN stands in the middle of each gap, so that whoever draws a line breaks it there. */
export function rowsOf(points: readonly Point[]): { times: number[]; values: number[] } {
  const times: number[] = [];
  const values: number[] = [];
  let last = NaN;
  for (const { at, value, afterGap } of points) {
    if (afterGap) {
      times.push(last / 2 + at / 2);
      values.push(NaN);
    }
    times.push(at);
    values.push(value);
    last = at;
  }
  return { times, values };
}
