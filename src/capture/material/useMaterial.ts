import type { DataFrame, GrafanaTheme2, PluginExtensionPanelContext, ScopedVars } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useCallback, useState } from 'react';
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
import { type PanelSeriesAnswer, panelSeries } from './series/panelSeries';
import { overRange } from './overRange';
import { repeatedBy } from './repeatedBy';
import type { Stretch } from '../../domain/series/stretch';

/** What a capture works with. */
export interface Material extends PanelSeriesAnswer {
  panel: PanelCopy;
  /** null when the stored panel could not be read; then the series are the raw ones and no limit is proposed. */
  model: PanelModel | null;
  modelFailure: Failure | null;
  /** The panel's own queries once more, over that range and as fine as they go; drawn as the panel draws them. */
  askFiner: (range: Stretch, signal: AbortSignal) => Promise<Outcome<PanelSeries[]>>;
  /** The queries that asked for one moment, asked for the panel's range; null where there are none that can be. */
  askHistory: ((signal: AbortSignal) => Promise<Outcome<PanelSeries[]>>) | null;
}

/** Points to ask for: more than any panel has pixels, few enough for any data source. */
const FINE_POINTS = 3000;
const UNREAD = { transformations: [], fieldConfig: undefined };

/** Reads the panel once: what it showed when this was opened, whatever the dashboard fetches since, and how it says to draw it. */
export function useMaterial(context: Readonly<PluginExtensionPanelContext>): Answer<Material> {
  const send = useSend();
  const theme = useTheme2();
  const [opened] = useState({ context, send, theme });
  const load = useCallback(
    (signal: AbortSignal) => readMaterial(opened.context, opened.send, opened.theme, signal),
    [opened]
  );
  return useAnswer(load);
}

async function readMaterial(
  context: Readonly<PluginExtensionPanelContext>,
  send: Send,
  theme: GrafanaTheme2,
  signal: AbortSignal
): Promise<Outcome<Material>> {
  const { id, title, pluginId: type } = context;
  const scopedVars = scopeOf(context);
  const templates = getTemplateSrv();
  const fill = (text: string) => templates.replace(text, scopedVars, 'text');
  const { search } = locationService.getLocation();
  const repeated = repeatedBy(search, scopedVars, (text, scope) => templates.replace(text, scope));
  const copied = copyPanel(
    { ...context, scopedVars: { ...repeated, ...context.scopedVars } },
    search,
    templates.getVariables()
  );
  const panel = { ...copied, panelTitle: fill(copied.panelTitle), dashboardTitle: fill(copied.dashboardTitle) };
  const read = await readPanelModel(send, panel.dashboardUid, id, signal, { title, type });
  const model = read.ok ? read.value : null;
  const { queries, filters } = panel.asked ?? { queries: panel.queries, filters: [] };
  const draw = async (frames: DataFrame[], shape = { ...(model ?? UNREAD), type }): Promise<PanelSeriesAnswer> => {
    const drawn = await panelSeries(frames, shape, {
      theme,
      timeZone: panel.timeZone,
      replaceVariables: (text, variables, format) => templates.replace(text, { ...scopedVars, ...variables }, format),
      panelTitle: panel.panelTitle,
      queries,
    });
    const series = drawn.series.map((one) => ({ ...one, counter: isCounter({ ...one, queries: own(one, queries) }) }));
    return { ...drawn, series };
  };
  const run = async (
    asked: readonly unknown[],
    range: Stretch,
    shape: Parameters<typeof draw>[1],
    end: AbortSignal
  ) => {
    const answer = await runQueries(
      { queries: asked, filters, range, points: FINE_POINTS, timeZone: panel.timeZone, scopedVars },
      end
    );
    return answer.ok ? { ok: true as const, value: (await draw(answer.value, shape)).series } : answer;
  };
  const ranged = overRange(queries);
  return {
    ok: true,
    value: {
      panel,
      model,
      modelFailure: read.ok ? null : read.failure,
      askFiner: (range, end) => run(queries, range, undefined, end),
      // Transformations of a moment's rows make no sense of a history.
      askHistory:
        ranged && ((end) => run(ranged, panel.range, { ...(model ?? UNREAD), transformations: [], type: '' }, end)),
      ...(await draw(panel.frames)),
    },
  };
}

/**
 * The variables as the panel itself has them. Those of a repeated row or tab are in none of them, but Grafana finds them
 * from the object that its request names.
 */
function scopeOf({ data, scopedVars }: Readonly<PluginExtensionPanelContext>): ScopedVars {
  return { ...data?.request?.scopedVars, ...scopedVars };
}

/** The one it came from; all of the panel's where a transformation has made it of several. */
function own({ refId }: PanelSeries, queries: readonly unknown[]): readonly unknown[] {
  const named = queries.filter((query) => textOf(query, 'refId') === refId);
  return named.length > 0 ? named : queries;
}
