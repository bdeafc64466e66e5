import { project, type ProjectionInput } from './project';
import type { Projection } from './projection';
import type { Stretch } from '../series/stretch';

type Points = Pick<ProjectionInput, 'times' | 'values'>;

/** What is known of a series besides its points. */
export type SeriesTraits = Pick<ProjectionInput, 'ceiling' | 'floor' | 'counter'>;

/** How many stretches the projection can speak of. */
const HORIZON = 2;

/**
 * The road not taken from the points in `window` (epoch ms, both ends in it), over twice its length. Points before it are
 * looked at for a season only, points after it never.
 */
export function projectStretch(points: Points, window: Stretch, limit: number, traits: SeriesTraits = {}): Projection {
  const horizon = HORIZON * (window.to - window.from);
  const seen = pointsWhere(points, (at) => at >= window.from && at <= window.to);
  const before = pointsWhere(points, (at) => at < window.from);
  return { ...project({ ...traits, ...seen, before, limit, horizon }), window, horizon };
}

function pointsWhere({ times, values }: Points, isIn: (at: number) => boolean): Points {
  const inside = times.map(isIn);
  return { times: times.filter((_, i) => inside[i]), values: values.filter((_, i) => inside[i]) };
}
