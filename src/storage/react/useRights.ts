import { useCallback } from 'react';
import type { Failure } from '../../grafana/outcome';
import { readRights, type Rights } from '../../grafana/rights';
import { useAnswer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';

export interface RightsAnswer extends Rights {
  state: 'loading' | 'failed' | 'ready';
  /** Why the rights could not be read; saving may still work, so this is no reason to stop anyone. */
  failure?: Failure;
  retry: () => void;
}

const doNothing = () => {};
const NONE: Rights = { organization: false, dashboard: null, unopened: null };

/** May the current user write to the organization, and (null without one) to the given dashboard? Nothing is allowed while loading. */
export function useRights(dashboardUid?: string): RightsAnswer {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => readRights(send, dashboardUid, signal), [send, dashboardUid]);
  const answer = useAnswer(load);
  switch (answer.state) {
    case 'ready':
      return { state: 'ready', ...answer.value, retry: answer.refresh };
    case 'failed':
      return { state: 'failed', ...NONE, failure: answer.failure, retry: answer.retry };
    default:
      return { state: 'loading', ...NONE, retry: doNothing };
  }
}
