import { oddMomentsOf } from '../../domain/record/oddMoment';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { CheckResult } from './checkResult';
import type { Inventory } from './inventory';

interface MomentsFacts {
  /** Those with a moment before graphs were kept, or in another unit than milliseconds. */
  tooEarly: number;
  /** Those with a moment still to come. */
  future: number;
  nearMisses: readonly NearMiss[];
}

export type MomentsResult = CheckResult<'moments', MomentsFacts>;

/** Near misses whose moments hardly anybody means at `now` (epoch ms), corrections counted: one of them would lead every list. */
export function checkMoments({ gathered }: Pick<Inventory, 'gathered'>, now: number): MomentsResult {
  const all = gathered.whole.map(({ nearMiss }) => ({
    nearMiss,
    reasons: oddMomentsOf(nearMiss, now).map(({ odd }) => odd.why),
  }));
  const odd = all.filter(({ reasons }) => reasons.length > 0);
  const facts: MomentsFacts = {
    tooEarly: odd.filter(({ reasons }) => reasons.includes('too-early')).length,
    future: odd.filter(({ reasons }) => reasons.includes('future')).length,
    nearMisses: odd.map(({ nearMiss }) => nearMiss),
  };
  return { check: 'moments', state: odd.length > 0 ? 'warn' : 'ok', facts, repair: null };
}
