import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { Status } from '../../../domain/record/record';

/** From which statuses each is reached. */
const REACHED_FROM: Readonly<Record<Status, readonly Status[]>> = {
  started: [],
  recorded: ['started'],
  discussed: ['started', 'recorded'],
  closed: ['started', 'recorded', 'discussed'],
  withdrawn: ['started', 'recorded', 'discussed', 'closed'],
};

/** The status that taking the last step back returns to: the newest in the history that it is reached from, or what its fields allow. */
export function statusBefore(nearMiss: NearMiss): Status {
  const before = nearMiss.history
    .map(({ set }) => set.status)
    .filter((status) => status !== undefined)
    .findLast((status) => REACHED_FROM[nearMiss.status].includes(status));
  return before ?? (nearMiss.almost && nearMiss.savedBy.length > 0 ? 'recorded' : 'started');
}
