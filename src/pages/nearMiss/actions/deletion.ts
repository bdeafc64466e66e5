import type { Failure } from '../../../grafana/outcome';

/** How long everyone can think again before the first request, in seconds. */
export const SECONDS_TO_UNDO = 10;

export type Deletion =
  { step: 'asking' } | { step: 'counting'; left: number } | { step: 'deleting' } | { step: 'failed'; failure: Failure };

export type DeletionAction = { do: 'start' | 'tick' | 'undo' } | { do: 'fail'; failure: Failure };

/** Asking → counting down → deleting; only the countdown can be undone, and a refusal leaves the way back open. */
export function deletion(state: Deletion, action: DeletionAction): Deletion {
  switch (action.do) {
    case 'start':
      return { step: 'counting', left: SECONDS_TO_UNDO };
    case 'tick':
      return state.step === 'counting' ? counted(state.left - 1) : state;
    case 'undo':
      return state.step === 'deleting' ? state : { step: 'asking' };
    case 'fail':
      return { step: 'failed', failure: action.failure };
  }
}

const counted = (left: number): Deletion => (left > 0 ? { step: 'counting', left } : { step: 'deleting' });
