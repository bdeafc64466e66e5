import type { Points } from './cleanPoints';
import { directionOf } from './directionOf';
import { valueAt } from './valueAt';

export type RefusalReason =
  | 'too-few-points'
  | 'constant'
  | 'heading-away'
  | 'already-past'
  | 'no-trend'
  | 'counter-resets'
  | 'season-longer-than-stretch'
  | 'limit-unreachable'
  | 'beyond-horizon';

/** What a refusal looks at besides the points. */
export interface Question {
  limit: number;
  horizon: number;
  ceiling?: number;
  floor?: number;
}

const FEWEST = 6;

/** Why there is nothing honest to say about these points and this limit; undefined when there is. */
export function refusalOf({ times, values }: Points, question: Question): RefusalReason | undefined {
  if (times.length < FEWEST || !Number.isFinite(question.limit) || !(question.horizon > 0)) {
    return 'too-few-points';
  }
  if (isConstant(values)) {
    return 'constant';
  }
  if (isOutOfReach(question)) {
    return 'limit-unreachable';
  }
  return againstTheTrend(times, values, question.limit);
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) {
    if (values[i] !== values[0]) {
      return false;
    }
  }
  return true;
}

function isOutOfReach({ limit, ceiling = Infinity, floor = -Infinity }: Question): boolean {
  return limit > ceiling || limit < floor;
}

function againstTheTrend(times: ArrayLike<number>, values: ArrayLike<number>, limit: number) {
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
