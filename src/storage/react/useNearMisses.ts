import { useCallback } from 'react';
import type { NearMissList } from '../store/nearMissStore';
import type { Failure } from '../../grafana/outcome';
import { useAnswer } from './useAnswer';
import { useNearMissStore } from './NearMissStoreProvider';
import { useThrough } from './useOutbox';

export type NearMissListAnswer =
  | { state: 'loading'; refresh: () => void }
  | { state: 'failed'; failure: Failure; retry: () => void }
  | { state: 'ready'; list: NearMissList; refreshing: boolean; failure?: Failure; refresh: () => void };

/**
 * All near misses this reader may see; the newest show first, while `refreshing` says that more are coming.
 * `failure` beside a list: the last refresh did not get through. `atMost` stops after so many annotations.
 */
export function useNearMissList(atMost?: number): NearMissListAnswer {
  const store = useNearMissStore();
  const load = useCallback(
    (signal: AbortSignal, onProgress: (list: NearMissList) => void) => store.list({ signal, onProgress, atMost }),
    [store, atMost]
  );
  const answer = useAnswer(load);
  // What a first reading began before may lack it.
  useThrough(() => (answer.state === 'failed' ? answer.retry() : answer.refresh()));
  if (answer.state !== 'ready') {
    return answer;
  }
  const { value, ...rest } = answer;
  return { ...rest, list: value };
}
