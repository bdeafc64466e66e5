import { useCallback, useMemo } from 'react';
import { readSettings, type AppSettings } from '../../domain/record/settings';
import type { Failure } from '../../grafana/outcome';
import { readPluginSettings } from '../../grafana/pluginSettings';
import { useAnswer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';

export interface SettingsAnswer {
  state: 'loading' | 'failed' | 'ready';
  /** Always usable: the shipped defaults while loading and when they cannot be read. */
  settings: AppSettings;
  failure?: Failure;
  /** Reads them again. */
  refresh: () => void;
}

/** What the admin configured: questions, teams, journals. */
export function useSettings(): SettingsAnswer {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => readPluginSettings(send, signal), [send]);
  const answer = useAnswer(load);
  const defaults = useMemo(() => readSettings(null), []);
  switch (answer.state) {
    case 'ready':
      return { state: 'ready', settings: answer.value, refresh: answer.refresh };
    case 'failed':
      return { state: 'failed', settings: defaults, failure: answer.failure, refresh: answer.retry };
    default:
      return { state: 'loading', settings: defaults, refresh: doNothing };
  }
}
