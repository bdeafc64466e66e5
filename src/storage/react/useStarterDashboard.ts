import { useCallback, useRef, useState } from 'react';
import { newId } from '../../domain/record/id';
import { type Folder, listDashboardFolders } from '../../grafana/folders';
import { makeStarterDashboard, type StarterMade } from '../../grafana/makeStarterDashboard';
import type { Failure } from '../../grafana/outcome';
import { useSend } from './NearMissStoreProvider';
import { type Answer, useAnswer } from './useAnswer';

/** See `listDashboardFolders`; `none` names the place outside of folders. */
export function useDashboardFolders(none: string): Answer<readonly Folder[]> {
  const send = useSend();
  return useAnswer(useCallback((signal: AbortSignal) => listDashboardFolders(send, none, signal), [send, none]));
}

type Making = { is: 'idle' | 'running' } | ({ is: 'made' } & StarterMade) | { is: 'failed'; failure: Failure };

/** Makes one dashboard at a time; a further try after a failure is about the same one. */
export function useStarterDashboard() {
  const send = useSend();
  const [state, setState] = useState<Making>({ is: 'idle' });
  const uid = useRef(newId());
  const running = useRef(false);
  const make = async (folderUid: string) => {
    if (running.current) {
      return;
    }
    running.current = true;
    setState({ is: 'running' });
    const made = await makeStarterDashboard(send, { uid: uid.current, folderUid });
    running.current = false;
    if (made.ok) {
      uid.current = newId();
    }
    setState(made.ok ? { is: 'made', ...made.value } : { is: 'failed', failure: made.failure });
  };
  return { state, make };
}
