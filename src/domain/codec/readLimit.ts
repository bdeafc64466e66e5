import { readNumber, readObject, readOneOf, readOr, readText } from '../json/reader';
import { readUnit } from './readUnit';
import type { Limit } from '../projection/limit';

const DIRECTIONS = ['rising', 'falling'] as const;
const ORIGINS = ['threshold', 'max', 'min', 'percent', 'typed'] as const;

/** A stored limit; undefined without a value and a direction, the rest has defaults. */
export const readLimit = readObject<Limit>((part, miss) => {
  const value = readNumber(part.value, miss);
  const direction = readOneOf(DIRECTIONS)(part.direction, miss);
  if (value === undefined || direction === undefined) {
    return undefined;
  }
  return {
    value,
    direction,
    unit: readOr(part.unit, '', readUnit, miss),
    text: readOr(part.text, String(value), readText, miss),
    origin: readOr(part.origin, 'typed', readOneOf(ORIGINS), miss),
  };
});
