import { filterNearMisses, isWithin, type NearMissFilter, type Span } from '../fold/filter';
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

export interface CountedWithin extends Counted {
  /** True where the list shows examples for the same scope, beside which one that is none counts. */
  leavesOutExamples: boolean;
}

type CountedScope = Pick<NearMissFilter, 'teams' | 'from' | 'to'>;

/** Those that count within a scope; whether examples do hangs on the whole list, so that all pages say the same. */
export function countedWithin(list: readonly NearMiss[], { teams, from, to }: CountedScope): CountedWithin {
  const counted = countedOf(list);
  const nearMisses = filterNearMisses(counted.nearMisses, { teams, from, to });
  const listed = filterNearMisses(list, { teams, from, to });
  return { ...counted, nearMisses, leavesOutExamples: listed.length > nearMisses.length };
}

/** Those acted on from `from` and before `to` (epoch ms, infinite where there is no end), in their given order. */
export function actedWithin(list: readonly NearMiss[], span: Span): NearMiss[] {
  return list.filter(({ actedAt }) => isWithin(span, actedAt));
}
