import type { DataFrame, GrafanaTheme2, PluginExtensionPanelContext } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useCallback } from 'react';
import { isCounter } from '../../domain/series/isCounter';
import { textOf } from '../../domain/json/fieldOf';
import type { Failure, Outcome } from '../../grafana/outcome';
import { type PanelModel, readPanelModel } from '../../grafana/panelModel';
import { runQueries } from '../../grafana/runQueries';
import type { Send } from '../../grafana/send';
import { type Answer, useAnswer } from '../../storage/react/useAnswer';
import { useSend } from '../../storage/react/NearMissStoreProvider';
import { copyPanel, type PanelCopy } from './copyPanel';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { type PanelSeriesAnswer, panelSeries } from './panelSeries';
import type { Stretch } from '../../domain/series/stretch';

/** What a capture works with. */
export interface Material extends PanelSeriesAnswer {
  panel: PanelCopy;
  /** null when the stored panel could not be read; then the series are the raw ones and no limit is proposed. */
  model: PanelModel | null;
  modelFailure: Failure | null;
  /** The panel's own queries once more, over that range and as fine as they go; drawn as the panel draws them. */
  askFiner: (range: Stretch, signal: AbortSignal) => Promise<Outcome<PanelSeries[]>>;
}

/** Points to ask for: more than any panel has pixels, few enough for any data source. */
const FINE_POINTS = 3000;

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
  const panel = copyPanel(context, locationService.getLocation().search, getTemplateSrv().getVariables());
  const read = await readPanelModel(send, panel.dashboardUid, panel.panelId, signal);
  const model = read.ok ? read.value : null;
  const draw = (frames: DataFrame[]) =>
    panelSeries(frames, model ?? { transformations: [], fieldConfig: undefined }, {
      theme,
      timeZone: panel.timeZone,
      replaceVariables: (text, variables, format) =>
        getTemplateSrv().replace(text, { ...context.scopedVars, ...variables }, format),
    });
  const drawn = await draw(panel.frames);
  const series = drawn.series.map((one) => ({
    ...one,
    counter: isCounter({ ...one, queries: queriesOf(one, panel) }),
  }));
  const askFiner: Material['askFiner'] = async (range, finerSignal) => {
    const { queries, filters } = panel.asked ?? { queries: panel.queries, filters: [] };
    const scopedVars = { ...context.scopedVars };
    const answer = await runQueries(
      { queries, filters, range, points: FINE_POINTS, timeZone: panel.timeZone, scopedVars },
      finerSignal
    );
    return answer.ok ? { ok: true, value: (await draw(answer.value)).series } : answer;
  };
  const modelFailure = read.ok ? null : read.failure;
  return { ok: true, value: { panel, model, modelFailure, askFiner, ...drawn, series } };
}

/** The one it came from; all of the panel's where a transformation has made it of several. */
function queriesOf({ refId }: PanelSeries, { queries }: PanelCopy): readonly unknown[] {
  const own = queries.filter((query) => textOf(query, 'refId') === refId);
  return own.length > 0 ? own : queries;
}
