import { filterNearMisses } from '../fold/filter';
import type { NearMiss } from '../fold/nearMiss';

/** The would-have-been incidents of a period and its teams. */
export interface EvidencePack {
  /** Oldest first by when somebody acted. */
  nearMisses: readonly NearMiss[];
  /** There is nothing but shipped examples. */
  examplesOnly: boolean;
}

export interface PackScope {
  /** Epoch ms; `to` is not part of it. */
  from: number;
  to: number;
  /** Any of these; empty for all. */
  teams: readonly string[];
}

/** What counts within the scope, so neither started nor withdrawn near misses; examples only where nothing else is there. */
export function evidencePackOf(list: readonly NearMiss[], { from, to, teams }: PackScope): EvidencePack {
  const within = filterNearMisses(list, { teams })
    .filter(({ actedAt }) => actedAt >= from && actedAt < to)
    .sort((a, b) => a.actedAt - b.actedAt || a.annotationId - b.annotationId);
  const real = within.filter(({ example }) => !example);
  return real.length > 0
    ? { nearMisses: real, examplesOnly: false }
    : { nearMisses: within, examplesOnly: within.length > 0 };
}
