import { sortNearMisses } from '../fold/filter';
import type { NearMiss } from '../fold/nearMiss';
import type { Source } from '../record/record';
import { valuesOf } from '../record/variables';
import type { Stretch } from '../series/stretch';
import { actedWithin } from './countedIn';

/** Near misses of one signal: the same series of the same panel for the same variables, or said to be the same. */
export interface RecurringSignal {
  /** Two at least, newest first. */
  nearMisses: readonly NearMiss[];
  /** How many in each of the periods. */
  counts: readonly number[];
  /** How many of them are of none of the teams asked for. */
  byOthers: number;
}

interface Asked {
  /** Epoch ms, one after the other. */
  periods: readonly Stretch[];
  /** A signal counts whole as soon as one of them has it; empty for all teams. */
  teams: readonly string[];
}

/** The signals with two near misses or more in the periods together: those with most first, then by their newest. */
export function recurringSignals(counted: readonly NearMiss[], { periods, teams }: Asked): RecurringSignal[] {
  const isTheirs = ({ team }: NearMiss) => teams.length === 0 || teams.includes(team);
  return bySignal(counted)
    .map((group) => {
      const parts = periods.map((period) => actedWithin(group, period));
      const nearMisses = sortNearMisses(parts.flat(), 'newest');
      const byOthers = nearMisses.filter((one) => !isTheirs(one)).length;
      return { nearMisses, counts: parts.map(({ length }) => length), byOthers };
    })
    .filter(({ nearMisses, byOthers }) => nearMisses.length > 1 && byOthers < nearMisses.length)
    .sort((a, b) => b.nearMisses.length - a.nearMisses.length || newestOf(b) - newestOf(a));
}

function newestOf({ nearMisses: [newest] }: RecurringSignal): number {
  return newest?.annotationId ?? 0;
}

/** Those that share a name with another, also through a third one, in groups. */
function bySignal(list: readonly NearMiss[]): NearMiss[][] {
  const named = new Map<string, NearMiss[]>();
  for (const nearMiss of list) {
    for (const name of namesOf(nearMiss)) {
      const sharing = named.get(name);
      if (sharing) {
        sharing.push(nearMiss);
      } else {
        named.set(name, [nearMiss]);
      }
    }
  }
  const seen = new Set<NearMiss>();
  return list.flatMap((first) => {
    const group = new Set(seen.has(first) ? [] : [first]);
    // It grows while it is walked.
    for (const one of group) {
      seen.add(one);
      for (const name of namesOf(one)) {
        named.get(name)?.forEach((other) => group.add(other));
        named.delete(name);
      }
    }
    return group.size > 1 ? [[...group]] : [];
  });
}

/** Its own id, and what it shares with others of its signal; that of a graph is a list in JSON, which no id is. */
function namesOf({ id, source, sameAs }: NearMiss): string[] {
  return [id, ...(source?.dashboardUid ? [graphOf(source)] : []), ...(sameAs ? [sameAs] : [])];
}

/** The same for variables and their values in any order, and for one that is empty as for none. */
function graphOf({ dashboardUid, panelId, series, variables }: Source): string {
  const set = Object.entries(variables)
    .map(([name, value]) => [name, ...valuesOf(value).filter(Boolean).sort()])
    .filter(({ length }) => length > 1)
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return JSON.stringify([dashboardUid, panelId, series, set]);
}
