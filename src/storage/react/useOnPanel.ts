import { useCallback } from 'react';
import { findOnPanel, type OnPanel } from '../store/findOnPanel';
import { useComposition } from './NearMissStoreProvider';
import { type Answer, useAnswer } from './useAnswer';

/** See `findOnPanel`; times in epoch ms. */
export function useOnPanel(dashboardUid: string, panelId: number, from: number, to: number): Answer<OnPanel> {
  const { port } = useComposition().context;
  const load = useCallback(
    (signal: AbortSignal) => findOnPanel(port, { dashboardUid, panelId, range: { from, to } }, signal),
    [port, dashboardUid, panelId, from, to]
  );
  return useAnswer(load);
}
