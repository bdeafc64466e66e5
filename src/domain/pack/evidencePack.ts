import type { NearMiss } from '../fold/nearMiss';
import { type CountedWithin, countedWithin } from '../insight/countedIn';

/** The would-have-been incidents of a period and its teams, oldest first by when somebody acted. */
export type EvidencePack = CountedWithin;

export interface PackScope {
  /** Epoch ms; `to` is not part of it. */
  from: number;
  to: number;
  /** Any of these; empty for all. */
  teams: readonly string[];
}

/** What counts within the scope, the same as in insights. */
export function evidencePackOf(list: readonly NearMiss[], scope: PackScope): EvidencePack {
  const counted = countedWithin(list, scope);
  const oldestFirst = (a: NearMiss, b: NearMiss) => a.actedAt - b.actedAt || a.annotationId - b.annotationId;
  return { ...counted, nearMisses: [...counted.nearMisses].sort(oldestFirst) };
}
