import { project, type ProjectionInput } from './project';
import type { Projection } from './projection';
import type { Stretch } from '../series/stretch';

/** Points rarely lie on the very start: this part of a stretch may be missing from a double one. */
const MISSING = 0.15;

export interface OtherStretches {
  /** From the last half of the stretch; null when the stretch has no length. */
  half: Projection | null;
  /** From one stretch earlier on; null when the points do not reach back that far. */
  double: Projection | null;
}

/** What half and double the stretch would have said, to the same end: the less they differ, the less the choice of it matters. */
export function otherStretches(
  points: Pick<ProjectionInput, 'times' | 'values'>,
  { from, to }: Stretch,
  limit: number,
  traits: SeriesTraits
): OtherStretches {
  const length = to - from;
  const earliest = points.times.reduce(
    (least, at, i) => (Number.isFinite(points.values[i]) ? Math.min(least, at) : least),
    Infinity
  );
  const project = (start: number) => projectStretch(points, { from: start, to }, limit, traits);
  return {
    half: length > 0 ? project(from + Math.round(length / 2)) : null,
    double: length > 0 && earliest <= from - (1 - MISSING) * length ? project(from - length) : null,
  };
}

type Points = Pick<ProjectionInput, 'times' | 'values'>;

/** What is known of a series besides its points. */
export type SeriesTraits = Pick<ProjectionInput, 'ceiling' | 'floor' | 'counter'>;

/** The part of a stretch that was seen when somebody acted: up to `actedAt` (epoch ms), without a length when that lies before it. */
export function seenOf({ from, to }: Stretch, actedAt: number): Stretch {
  return { from, to: Math.max(from, Math.min(to, actedAt)) };
}

/** How many stretches the projection can speak of. */
const HORIZON = 2;

/**
 * The road not taken from the points in `window` (epoch ms, both ends in it), over twice its length. Points before it are
 * looked at for a season only, points after it never. The window of the answer ends where the measuring did.
 */
export function projectStretch(points: Points, window: Stretch, limit: number, traits: SeriesTraits = {}): Projection {
  const horizon = HORIZON * (window.to - window.from);
  const seen = pointsWhere(points, (at) => at >= window.from && at <= window.to);
  const before = pointsWhere(points, (at) => at < window.from);
  const measured = seen.times.filter((_, i) => Number.isFinite(seen.values[i]));
  const to = measured.length > 0 ? measured.reduce((latest, at) => Math.max(latest, at)) : window.to;
  return { ...project({ ...traits, ...seen, before, limit, horizon }), window: { from: window.from, to }, horizon };
}

function pointsWhere({ times, values }: Points, isIn: (at: number) => boolean): Points {
  const inside = times.map(isIn);
  return { times: times.filter((_, i) => inside[i]), values: values.filter((_, i) => inside[i]) };
}
