import type { Limit } from '../../projection/limit';
import type { Projection } from '../../projection/projection';
import type { Point } from '../../series/thinPoints';
import type { Stretch } from '../../series/stretch';

interface Cropped {
  /** What was measured, in the order of time. */
  points: readonly Point[];
  stretch: Stretch;
  limit: Limit | null;
  projection: Projection | null;
  /** Epoch ms. */
  actedAt: number;
}

/** Parts of the stretch that are shown before it, and at most of what was done after it where no road tells the end. */
const AROUND = 1 / 4;
/** Part of what is shown that follows the crossing. */
const AFTER = 1 / 10;

/**
 * The part of the time axis that the picture is about, epoch ms: from a little before the stretch, where something was
 * measured, to shortly after the crossing; without a crossing to shortly after the earliest one, or after the acting.
 */
export function storyCrop({ points, stretch, ...road }: Cropped): Stretch {
  const length = stretch.to - stretch.from;
  const before = stretch.from - AROUND * length;
  const first = points[0]?.at ?? before;
  const from = first > before && first < stretch.to ? first : before;
  // Whoever mistook the year of the acting would otherwise see nothing but emptiness.
  const seen = Math.max(stretch.to, Math.min(road.actedAt, stretch.to + 2 * length));
  const told = toldUntil(road);
  const last = points[points.length - 1]?.at ?? seen;
  const end = Math.max(seen, told ?? Math.min(last, seen + AROUND * length));
  return { from, to: end + AFTER * (end - from) };
}

/** The last moment that the projection tells of: the crossing or else the earliest one, and the latest if it is near. */
function toldUntil({ limit, projection }: Pick<Cropped, 'limit' | 'projection'>): number | null {
  if (!limit || !projection?.ok) {
    return null;
  }
  const { crossing, lo, hi, horizon } = projection;
  const end = crossing ?? lo;
  return end && Math.max(end, Math.min(hi ?? end, end + (AROUND / 2) * horizon));
}
