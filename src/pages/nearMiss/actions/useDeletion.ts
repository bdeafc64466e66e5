import { useEffect, useReducer } from 'react';
import type { Outcome } from '../../../grafana/outcome';
import { type Deletion, deletion } from './deletion';

interface Controls {
  state: Deletion;
  start: () => void;
  undo: () => void;
}

/** Runs the countdown, then `remove` once; `onDeleted` after it went well. Leaving the page during the countdown keeps everything. */
export function useDeletion(remove: () => Promise<Outcome<unknown>>, onDeleted: () => void): Controls {
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
      void remove().then((outcome) => (outcome.ok ? onDeleted() : dispatch({ do: 'fail', failure: outcome.failure })));
    }
    // Only the step decides: a re-render must not send the request again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [step]);
  return { state, start: () => dispatch({ do: 'start' }), undo: () => dispatch({ do: 'undo' }) };
}
