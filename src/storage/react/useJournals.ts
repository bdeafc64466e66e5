import { useCallback } from 'react';
import { journalsOf } from '../../domain/record/journals';
import { type Denied, readDenials } from '../../grafana/rights';
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

const NONE_KNOWN: ReadonlyMap<string, Denied | null> = new Map();

/** See `readDenials`, of every place of these settings, which must be stable; nothing is known while Grafana is being asked. */
export function useDenials(settings: AppSettings): ReadonlyMap<string, Denied | null> {
  const send = useSend();
  const load = useCallback(
    async (signal: AbortSignal): Promise<Outcome<ReadonlyMap<string, Denied | null>>> => {
      const uids = journalsOf(settings).map(({ dashboardUid }) => dashboardUid);
      return { ok: true, value: await readDenials(send, uids, signal) };
    },
    [send, settings]
  );
  const answer = useAnswer(load);
  return answer.state === 'ready' ? answer.value : NONE_KNOWN;
}

/** The folders that the reader may open. */
export function useFolders(): Answer<readonly Folder[]> {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => listFolders(send, signal), [send]);
  return useAnswer(load);
}
