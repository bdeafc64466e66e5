import { useCallback } from 'react';
import type { Outcome } from '../../grafana/outcome';
import { readPluginSettings } from '../../grafana/pluginSettings';
import { type Answer, useAnswer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';
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
