import type { Projection } from './projection';

/** Time from acting to the projected crossing, ms. */
export interface Margin {
  /** In 9 of 10 cases at least this; null when there was hardly a crossing in sight. */
  atLeast: number | null;
  /** To the middle of the crossings; null when it is beyond the horizon. */
  around: number | null;
}

/** The margin of a projection, never below 0 (nothing had happened yet when someone acted); nulls when it was refused. */
export function marginOf(projection: Projection | null, actedAt: number): Margin {
  if (!projection?.ok) {
    return { atLeast: null, around: null };
  }
  const after = (at: number | null) => (at === null ? null : Math.max(0, at - actedAt));
  return { atLeast: after(projection.lo), around: after(projection.crossing) };
}
