import { oddMomentsOf } from '../record/oddMoment';
import type { ImportPlan } from './planImport';

/** A near miss that would be written with moments that hardly anybody means. */
export interface OddNearMiss {
  id: string;
  title: string;
  odd: ReturnType<typeof oddMomentsOf>;
}

/** The near misses of which the plan would write something and whose moments are odd at `now` (epoch ms). */
export function oddInPlan({ nearMisses }: ImportPlan, now: number): OddNearMiss[] {
  return nearMisses.flatMap(({ id, title, parts, nearMiss }) => {
    const odd = nearMiss && parts.length > 0 ? oddMomentsOf(nearMiss, now) : [];
    return odd.length > 0 ? [{ id, title, odd }] : [];
  });
}
