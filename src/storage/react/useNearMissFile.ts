import { useCallback } from 'react';
import type { NearMissFile } from '../store/nearMissStore';
import type { Failure } from '../../grafana/outcome';
import { useAnswer } from './useAnswer';
import { useNearMissStore } from './NearMissStoreProvider';
import { useThrough } from './useOutbox';

export type NearMissFileAnswer =
  | { state: 'loading'; refresh: () => void }
  | { state: 'failed'; failure: Failure; retry: () => void }
  | { state: 'ready'; file: NearMissFile; refreshing: boolean; failure?: Failure; refresh: () => void };

/** One near miss with its worksheet. A near miss that is gone or hidden fails with kind `missing`. */
export function useNearMissFile(id: string): NearMissFileAnswer {
  const store = useNearMissStore();
  const load = useCallback((signal: AbortSignal) => store.read(id, signal), [store, id]);
  const answer = useAnswer(load);
  // What a first reading began before may lack it.
  useThrough(() => (answer.state === 'failed' ? answer.retry() : answer.refresh()));
  if (answer.state !== 'ready') {
    return answer;
  }
  const { value, ...rest } = answer;
  return { ...rest, file: value };
}
