import { isIn, type Place } from '../record/place';
import type { WholeNearMiss } from '../fold/storedPart';

export interface NearMissesIn {
  /** Their record counts there. */
  whole: readonly WholeNearMiss[];
  /** Kept elsewhere by now, but something was added in this place since, or a move ended early. */
  leftovers: readonly WholeNearMiss[];
}

/** What of the near misses is kept in a place; of things stored twice the older one counts, as everywhere. `team` empty: all. */
export function nearMissesIn(all: readonly WholeNearMiss[], place: Place, team: string): NearMissesIn {
  const name = team.trim().toLowerCase();
  const there = all
    .filter(({ nearMiss }) => name === '' || nearMiss.team.trim().toLowerCase() === name)
    .filter(({ record, changes, entries }) => [record, ...changes, ...entries].some(isIn(place)));
  return {
    whole: there.filter(({ record }) => isIn(place)(record)),
    leftovers: there.filter(({ record }) => !isIn(place)(record)),
  };
}
