import { useCallback, useMemo } from 'react';
import { readSettings, type AppSettings } from '../../domain/record/settings';
import { readDashboard } from '../../grafana/dashboard';
import type { Failure, Outcome } from '../../grafana/outcome';
import { readPluginSettings } from '../../grafana/pluginSettings';
import { useAnswer, type Answer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';
import { readRights, type Rights } from '../../grafana/rights';
import { readFolderLine } from '../../grafana/folders';

/** The folder and those above it, nearest first; asks nothing for an empty uid. */
export function useFolderLine(folderUid: string): Answer<readonly string[]> {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => readFolderLine(send, folderUid, signal), [send, folderUid]);
  return useAnswer(load);
}

/** The title of a dashboard, journals among them; asks nothing for an empty uid. */
export function useDashboardTitle(uid: string): Answer<string> {
  const send = useSend();
  const load = useCallback(
    async (signal: AbortSignal): Promise<Outcome<string>> => {
      const dashboard = uid === '' ? null : await readDashboard(send, uid, signal);
      return !dashboard || dashboard.ok ? { ok: true, value: dashboard?.value.title ?? '' } : dashboard;
    },
    [send, uid]
  );
  return useAnswer(load);
}

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
