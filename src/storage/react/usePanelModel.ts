import { useCallback } from 'react';
import { readPanelModel, type PanelModel } from '../../grafana/panelModel';
import { useAnswer, type Answer } from './useAnswer';
import { useSend } from './NearMissStoreProvider';

/** The stored model of the panel a capture began on; see `readPanelModel`. */
export function usePanelModel(dashboardUid: string, panelId: number): Answer<PanelModel> {
  const send = useSend();
  const load = useCallback(
    (signal: AbortSignal) => readPanelModel(send, dashboardUid, panelId, signal),
    [send, dashboardUid, panelId]
  );
  return useAnswer(load);
}
