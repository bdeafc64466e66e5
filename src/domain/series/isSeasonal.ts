import type { Points } from './points';
import { firstFrom } from './firstFrom';
import { seasonOf } from './season';
import { valueAt } from './valueAt';

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
