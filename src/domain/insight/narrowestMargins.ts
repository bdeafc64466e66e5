import type { NearMiss } from '../fold/nearMiss';
import { marginOf } from '../projection/margin';

export interface MarginSpan {
  nearMiss: NearMiss;
  /** In 9 of 10 cases at least this long, ms. */
  atLeast: number;
  /** Ms; null = open, for it may have stopped by itself. */
  atMost: number | null;
}

/** The margins whose lower end is known, the narrowest first, then by id. */
export function narrowestMargins(list: readonly NearMiss[]): MarginSpan[] {
  return list.flatMap(marginSpan).sort((a, b) => a.atLeast - b.atLeast || (a.nearMiss.id < b.nearMiss.id ? -1 : 1));
}

function marginSpan(nearMiss: NearMiss): MarginSpan[] {
  const { projection, actedAt } = nearMiss;
  const { atLeast } = marginOf(projection, actedAt);
  if (atLeast === null) {
    return [];
  }
  const latest = projection?.ok && projection.hi !== null ? projection.hi - actedAt : 0;
  return [{ nearMiss, atLeast, atMost: latest > atLeast ? latest : null }];
}
