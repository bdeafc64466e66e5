import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Stretch } from '../../domain/series/stretch';

/** Near misses of one lane that lie too close together to be told apart, mostly one. */
export interface Mark {
  key: string;
  /** Where on the lane, 0 to 1. */
  at: number;
  nearMisses: readonly NearMiss[];
}

export interface Lane {
  /** A service, else a team; empty for those that name neither, null for the lane of all that have no own. */
  name: string | null;
  /** Oldest first. */
  marks: readonly Mark[];
}

/** More lanes than this are a table, and the panel stays below 400 elements. */
const MOST_LANES = 6;

/** One lane for each of the services (or teams) that occur most; on a lane at most so many marks as `places` says. */
export function timelineOf(nearMisses: readonly NearMiss[], { from, to }: Stretch, places: number): readonly Lane[] {
  const byName = grouped(nearMisses, ({ services, team }) => services[0] ?? team);
  const lanes = [...byName].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b));
  const own = lanes.length > MOST_LANES ? lanes.slice(0, MOST_LANES - 1) : lanes;
  const rest = lanes.slice(own.length).flatMap(([, some]) => some);
  const place = (actedAt: number) =>
    Math.min(places - 1, Math.max(0, Math.floor((places * (actedAt - from)) / Math.max(1, to - from))));
  const named: Array<[string | null, NearMiss[]]> = rest.length > 0 ? [...own, [null, rest]] : own;
  return named.map(([name, some]) => ({ name, marks: marksOf(some, place, places) }));
}

function marksOf(nearMisses: readonly NearMiss[], place: (at: number) => number, places: number): Mark[] {
  return [...grouped(nearMisses, ({ actedAt }) => place(actedAt))]
    .sort(([a], [b]) => a - b)
    .map(([at, some]) => ({ key: some[0]?.id ?? '', at: (at + 0.5) / places, nearMisses: some }));
}

// Map.groupBy is younger than the browsers that the build aims at.
function grouped<K>(nearMisses: readonly NearMiss[], keyOf: (nearMiss: NearMiss) => K): Map<K, NearMiss[]> {
  const groups = new Map<K, NearMiss[]>();
  for (const nearMiss of nearMisses) {
    const key = keyOf(nearMiss);
    const group = groups.get(key);
    if (group) {
      group.push(nearMiss);
    } else {
      groups.set(key, [nearMiss]);
    }
  }
  return groups;
}
