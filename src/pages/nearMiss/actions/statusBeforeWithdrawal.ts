import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { Status } from '../../../domain/record/record';

/** The status that undoing a withdrawal returns to: the newest other one in the history, or what its fields allow. */
export function statusBeforeWithdrawal(nearMiss: NearMiss): Status {
  const before = nearMiss.history
    .map(({ set }) => set.status)
    .filter((status) => status !== undefined)
    .findLast((status) => status !== 'withdrawn');
  return before ?? (nearMiss.almost && nearMiss.savedBy.length > 0 ? 'recorded' : 'started');
}
