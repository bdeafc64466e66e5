import { useCallback } from 'react';
import type { AppSettings } from '../../domain/record/settings';
import { type Folder, listFolders } from '../../grafana/folders';
import type { Outcome } from '../../grafana/outcome';
import { type JournalState, readJournals } from '../journals/readJournals';
import { type Answer, useAnswer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';
import { readPluginSettings } from '../../grafana/pluginSettings';
import { type PlaceRight, writablePlaces } from '../journals/writablePlaces';

/** Where the current user may write, asked for before anyone chooses a file. */
export function useWritablePlaces(): Answer<readonly PlaceRight[]> {
  const send = useSend();
  const load = useCallback(
    async (signal: AbortSignal): Promise<Outcome<readonly PlaceRight[]>> => {
      const settings = await readPluginSettings(send, signal);
      return settings.ok ? writablePlaces(send, settings.value, signal) : settings;
    },
    [send]
  );
  return useAnswer(load);
}

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
