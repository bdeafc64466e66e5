import { useCallback, useState } from 'react';
import type { Failure, Outcome } from '../../../grafana/outcome';

export interface Writing {
  busy: boolean;
  /** Why the last attempt failed, until the next one. */
  failure: Failure | null;
  /** Runs one write; true when it was stored. Callers disable their button while busy. */
  write: (work: () => Promise<Outcome<unknown>>) => Promise<boolean>;
}

/** The state of one button that writes. */
export function useWriting(): Writing {
  const [state, setState] = useState<{ busy: boolean; failure: Failure | null }>({ busy: false, failure: null });
  const write = useCallback(async (work: () => Promise<Outcome<unknown>>) => {
    setState({ busy: true, failure: null });
    const outcome = await work();
    setState({ busy: false, failure: outcome.ok ? null : outcome.failure });
    return outcome.ok;
  }, []);
  return { ...state, write };
}
