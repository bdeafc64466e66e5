import { type Points, valueAt } from '../series/points';
import { directionOf } from '../series/direction';
import type { RefusalReason } from './projection';
import { isSeasonal } from '../series/season';

/** What a refusal looks at besides the points of the stretch. */
interface RefusalInput {
  limit: number;
  horizon: number;
  ceiling?: number;
  floor?: number;
  counter?: boolean;
  /** What the graph showed before the stretch, where known. */
  before?: Points;
}

const FEWEST = 6;

/** Why there is nothing honest to say about these points and this limit; undefined when there is. */
export function refusalOf(points: Points, input: RefusalInput): RefusalReason | undefined {
  const { times, values } = points;
  if (times.length < FEWEST || Number.isNaN(input.limit) || !(input.horizon > 0)) {
    return 'too-few-points';
  }
  if (isConstant(values)) {
    return 'constant';
  }
  if (isOutOfReach(input)) {
    return 'limit-unreachable';
  }
  if (input.counter && falls(values)) {
    return 'counter-resets';
  }
  return againstTheTrend(points, input.limit) ?? partOfSeason(points, input.before);
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) {
    if (values[i] !== values[0]) {
      return false;
    }
  }
  return true;
}

function isOutOfReach({ limit, ceiling = Infinity, floor = -Infinity }: RefusalInput): boolean {
  return limit > ceiling || limit < floor || !Number.isFinite(limit);
}

function falls(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) {
    if (valueAt(values, i) < valueAt(values, i - 1)) {
      return true;
    }
  }
  return false;
}

function againstTheTrend({ times, values }: Points, limit: number): RefusalReason | undefined {
  const trend = directionOf(times, values);
  if (!trend) {
    return 'no-trend';
  }
  const direction = trend === 'rising' ? 1 : -1;
  const ahead = (value: number) => direction * (limit - value);
  if (ahead(valueAt(values, values.length - 1)) > 0) {
    return undefined;
  }
  return ahead(valueAt(values, 0)) > 0 ? 'already-past' : 'heading-away';
}

function partOfSeason(points: Points, before: Points | undefined): RefusalReason | undefined {
  return before && isSeasonal(points, before) ? 'season-longer-than-stretch' : undefined;
}
