import type { NearMiss } from '../../domain/fold/nearMiss';

/** What a lane draws of one near miss; px from the left end of the lane. */
export interface MarkShape {
  stretch: { from: number; to: number } | null;
  act: number;
  /** Where the margin that is said ("at least") ends, and where its interval does; `null`: open to the right. */
  margin: { lo: number; hi: number | null } | null;
  /** The middle crossing. */
  crossing: number | null;
  /** Whether it is wider than its time; then only its proportions hold. */
  enlarged: boolean;
}

/** What can be seen and hit, px. */
export const LEAST_WIDTH = 24;

type Told = Pick<NearMiss, 'stretch' | 'actedAt' | 'projection'>;

/**
 * On the lane's own scale where that leaves room for it. A lane of months would make hours invisible: there the shape fills
 * the place around `centre` instead, with stretch and margin in their true proportion, and says that it is enlarged.
 */
export function markShape(nearMiss: Told, x: (at: number) => number, centre: number): MarkShape {
  const { stretch, actedAt, projection } = nearMiss;
  const told = projection?.ok ? projection : null;
  const times = [actedAt, stretch?.from, told?.lo, told?.crossing, told?.hi].flatMap((at) => at ?? []);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const enlarged = to > from && x(to) - x(from) < LEAST_WIDTH;
  const inside = (at: number) => centre - LEAST_WIDTH / 2 + (LEAST_WIDTH * (at - from)) / (to - from);
  const place = (at: number) => (enlarged ? inside(at) : x(at));
  // A margin that had passed by the time of acting says nothing of it.
  const lo = told?.lo ?? told?.crossing ?? null;
  return {
    stretch: stretch && { from: place(stretch.from), to: place(Math.max(stretch.from, Math.min(stretch.to, actedAt))) },
    act: place(actedAt),
    margin: lo === null || lo <= actedAt ? null : { lo: place(lo), hi: told?.hi ? place(told.hi) : null },
    crossing: told?.crossing ? place(told.crossing) : null,
    enlarged,
  };
}
