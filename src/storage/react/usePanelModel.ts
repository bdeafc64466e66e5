import { useCallback } from 'react';
import { type PanelModel, readPanelModel } from '../../grafana/panelModel';
import { useSend } from './NearMissStoreProvider';
import { type Answer, useAnswer } from './useAnswer';

/** A panel's stored model; see `readPanelModel`. */
export function usePanelModel(dashboardUid: string, panelId: number): Answer<PanelModel> {
  const send = useSend();
  const load = useCallback(
    (signal: AbortSignal) => readPanelModel(send, dashboardUid, panelId, signal),
    [send, dashboardUid, panelId]
  );
  return useAnswer(load);
}
