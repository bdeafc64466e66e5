import { useEffect, useReducer } from 'react';
import type { Outcome, Failure } from '../../../grafana/outcome';

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

interface Controls {
  state: Deletion;
  start: () => void;
  undo: () => void;
}

/** Runs the countdown, then `remove` once; `onDeleted` after it went well. Leaving the page during the countdown keeps everything. */
export function useDeletion<T>(remove: () => Promise<Outcome<T>>, onDeleted: (removed: T) => void): Controls {
  const [state, dispatch] = useReducer(deletion, { step: 'asking' });
  const { step } = state;
  useEffect(() => {
    if (step !== 'counting') {
      return undefined;
    }
    const clock = setInterval(() => dispatch({ do: 'tick' }), 1000);
    return () => clearInterval(clock);
  }, [step]);
  useEffect(() => {
    if (step === 'deleting') {
      void remove().then((outcome) =>
        outcome.ok ? onDeleted(outcome.value) : dispatch({ do: 'fail', failure: outcome.failure })
      );
    }
    // Only the step decides: a re-render must not send the request again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [step]);
  return { state, start: () => dispatch({ do: 'start' }), undo: () => dispatch({ do: 'undo' }) };
}
