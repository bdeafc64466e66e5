import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Stretch } from '../../domain/series/stretch';
import { type GroupBy, grouped, groupNearMisses } from './groupNearMisses';

/** Near misses of one lane that lie too close together to be told apart, mostly one. */
export interface Mark {
  /** Of its lane and place, whatever lies there: a refresh that brings a newer near miss leaves it as it is. */
  key: string;
  /** Where on the lane, 0 to 1. */
  at: number;
  /** In their given order. */
  nearMisses: readonly NearMiss[];
}

export interface Lane {
  /** Key of the group, null for the lane of all that have no own. */
  name: string | null;
  /** Oldest first. */
  marks: readonly Mark[];
}

/** More lanes than this are a table, and the panel stays below 400 elements. */
const MOST_LANES = 6;

/** One lane for each of the groups that occur most; on a lane at most so many marks as `places` says. */
export function timelineOf(
  nearMisses: readonly NearMiss[],
  { from, to }: Stretch,
  places: number,
  by: GroupBy,
  services: readonly string[]
): readonly Lane[] {
  const groups = groupNearMisses(nearMisses, by, services);
  const bySize = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const own = new Set(groups.length > MOST_LANES ? bySize.slice(0, MOST_LANES - 1) : groups);
  const others = new Set(groups.filter((group) => !own.has(group)).flatMap(([, some]) => some));
  const rest = nearMisses.filter((nearMiss) => others.has(nearMiss));
  const place = (actedAt: number) =>
    Math.min(places - 1, Math.max(0, Math.floor((places * (actedAt - from)) / Math.max(1, to - from))));
  const named: Array<[string | null, NearMiss[]]> = groups.filter((group) => own.has(group));
  const lanes = rest.length > 0 ? [...named, [null, rest] as const] : named;
  return lanes.map(([name, some]) => ({ name, marks: marksOf(name, some, place, places) }));
}

function marksOf(
  lane: string | null,
  nearMisses: readonly NearMiss[],
  place: (at: number) => number,
  places: number
): Mark[] {
  return [...grouped(nearMisses, ({ actedAt }) => place(actedAt))]
    .sort(([a], [b]) => a - b)
    .map(([at, some]) => ({ key: JSON.stringify([lane, at]), at: (at + 0.5) / places, nearMisses: some }));
}
