import type { Projection } from './projection';

/** Time from acting to the projected crossing, ms. */
export interface Margin {
  /** In 9 of 10 cases at least this; null when there was hardly a crossing in sight. */
  atLeast: number | null;
  /** To the middle of the crossings; null when it is beyond the horizon. */
  around: number | null;
}

/**
 * The margin of a projection; nulls when it was refused, and when it lies, even at its lower end, before the moment of acting:
 * nothing had been measured for so long then that there is no telling how near it was.
 */
export function marginOf(projection: Projection | null, actedAt: number): Margin {
  if (!projection?.ok) {
    return { atLeast: null, around: null };
  }
  const { lo, crossing } = projection;
  if (Math.min(lo ?? Infinity, crossing ?? Infinity) <= actedAt) {
    return { atLeast: null, around: null };
  }
  const after = (at: number | null) => at && at - actedAt;
  return { atLeast: after(lo), around: after(crossing) };
}
