import { filterNearMisses, isWithin, type Span } from '../fold/filter';
import type { NearMiss } from '../fold/nearMiss';

export interface Counted {
  nearMisses: readonly NearMiss[];
  /** True where there is nothing but the shipped examples, which count only then. */
  isExamples: boolean;
}

/** Those that count, of any time and team: neither started nor withdrawn ones, and no example beside one that is none. */
export function countedOf(list: readonly NearMiss[]): Counted {
  const counted = filterNearMisses(list, {});
  const own = counted.filter(({ example }) => !example);
  return own.length > 0 || counted.length === 0
    ? { nearMisses: own, isExamples: false }
    : { nearMisses: counted, isExamples: true };
}

/** Those acted on from `from` and before `to` (epoch ms, infinite where there is no end), in their given order. */
export function actedWithin(list: readonly NearMiss[], span: Span): NearMiss[] {
  return list.filter(({ actedAt }) => isWithin(span, actedAt));
}
