import type { NearMiss } from '../fold/nearMiss';

/** How many near misses came how far, each counted by itself: one may have been told that nobody says was looked at. */
export interface Steps {
  /** All of them: somebody wrote them down. */
  noticed: number;
  /** A graph was kept, or somebody wrote what made them look, or when. */
  lookedAt: number;
  /** Marked as discussed or closed. Answers on worksheets are not read here. */
  told: number;
  /** Closed, with words on what came of it; whether that was a change, only the words say. */
  closed: number;
}

/** Counts them; what nobody wrote down is in none but the first. */
export function stepsOf(list: readonly NearMiss[]): Steps {
  const count = (passes: (nearMiss: NearMiss) => boolean) => list.filter(passes).length;
  return {
    noticed: list.length,
    lookedAt: count(({ evidence, cue, noticedAt }) => evidence !== null || noticedAt !== null || cue.trim() !== ''),
    told: count(({ status }) => status === 'discussed' || status === 'closed'),
    closed: count(({ status, outcome }) => status === 'closed' && outcome.trim() !== ''),
  };
}
