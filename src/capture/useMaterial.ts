import type { GrafanaTheme2, PluginExtensionPanelContext } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useCallback } from 'react';
import type { Failure, Outcome } from '../storage/outcome';
import { type PanelModel, readPanelModel } from '../storage/readPanelModel';
import type { Send } from '../storage/send';
import { type Answer, useAnswer } from '../storage/useAnswer';
import { useSend } from '../storage/useNearMissStore';
import { copyPanel, type PanelCopy } from './copyPanel';
import { type PanelSeriesAnswer, panelSeries } from './panelSeries';

/** What a capture works with. */
export interface Material extends PanelSeriesAnswer {
  panel: PanelCopy;
  /** null when the stored panel could not be read; then the series are the raw ones and no limit is proposed. */
  model: PanelModel | null;
  modelFailure: Failure | null;
}

/** Reads the panel once: what it shows now, and how its dashboard says to draw it. */
export function useMaterial(context: Readonly<PluginExtensionPanelContext>): Answer<Material> {
  const send = useSend();
  const theme = useTheme2();
  const load = useCallback((signal: AbortSignal) => readMaterial(context, send, theme, signal), [context, send, theme]);
  return useAnswer(load);
}

async function readMaterial(
  context: Readonly<PluginExtensionPanelContext>,
  send: Send,
  theme: GrafanaTheme2,
  signal: AbortSignal
): Promise<Outcome<Material>> {
  const panel = copyPanel(context, locationService.getLocation().search);
  const read = await readPanelModel(send, panel.dashboardUid, panel.panelId, signal);
  const model = read.ok ? read.value : null;
  const drawn = await panelSeries(panel.frames, model ?? { transformations: [], fieldConfig: undefined }, {
    theme,
    timeZone: panel.timeZone,
    replaceVariables: (text, variables, format) =>
      getTemplateSrv().replace(text, { ...context.scopedVars, ...variables }, format),
  });
  return { ok: true, value: { panel, model, modelFailure: read.ok ? null : read.failure, ...drawn } };
}
