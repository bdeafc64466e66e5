import { useCallback } from 'react';
import { type Answer, useAnswer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';
import { readFolderLine } from '../../grafana/folders';

/** The folder and those above it, nearest first; asks nothing for an empty uid. */
export function useFolderLine(folderUid: string): Answer<readonly string[]> {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => readFolderLine(send, folderUid, signal), [send, folderUid]);
  return useAnswer(load);
}
