import { useCallback } from 'react';
import type { AppSettings } from '../../domain/record/settings';
import { type Folder, listFolders } from '../../grafana/folders';
import type { Outcome } from '../../grafana/outcome';
import { type JournalState, readJournals } from '../journals/readJournals';
import { type Answer, useAnswer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';

/** The journals of these settings, which must be stable, or they are read again with each render. */
export function useJournals(settings: AppSettings): Answer<readonly JournalState[]> {
  const send = useSend();
  const load = useCallback(
    async (signal: AbortSignal): Promise<Outcome<readonly JournalState[]>> => ({
      ok: true,
      value: await readJournals(send, settings, signal),
    }),
    [send, settings]
  );
  return useAnswer(load);
}

/** The folders that the reader may open. */
export function useFolders(): Answer<readonly Folder[]> {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => listFolders(send, signal), [send]);
  return useAnswer(load);
}
