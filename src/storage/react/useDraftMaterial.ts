import { useCallback } from 'react';
import { type DraftMaterial, readDraftMaterial } from '../store/readDraftMaterial';
import { useNearMissStore, useSend } from './NearMissStoreProvider';
import { type Answer, useAnswer } from './useAnswer';

/** See `readDraftMaterial`; fails as `missing` when the draft is gone, hidden or none. */
export function useDraftMaterial(annotationId: number): Answer<DraftMaterial> {
  const store = useNearMissStore();
  const send = useSend();
  const load = useCallback(
    (signal: AbortSignal) => readDraftMaterial({ store, send }, annotationId, signal),
    [store, send, annotationId]
  );
  return useAnswer(load);
}
