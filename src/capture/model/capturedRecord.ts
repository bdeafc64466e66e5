import { newRecord } from '../../recording/newRecord';
import type { NearMissRecord, Source } from '../../domain/record/record';
import { packEvidence } from '../../domain/series/packEvidence';
import type { CaptureState } from './captureReducer';
import type { PanelCopy } from '../material/copyPanel';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { Projection } from '../../domain/projection/projection';

interface Captured {
  id: string;
  state: CaptureState;
  panel: PanelCopy;
  series: PanelSeries;
  /** All that the panel draws, in the order in which they are worth keeping. */
  all: readonly PanelSeries[];
  projection: Projection | null;
}

/** The record of what the modal shows; `started` keeps the graph alone, words or not. */
export function capturedRecord(
  { id, state, panel, series, all, projection }: Captured,
  status: 'started' | 'recorded'
): NearMissRecord {
  const { stretch, limit, leftOut, form } = state;
  const others = all.filter(({ key }) => key !== series.key);
  const source = sourceOf(panel, series, leftOut.query);
  return newRecord(id, form, {
    title: form.title.trim(),
    limit,
    projection,
    status,
    stretch,
    evidence: leftOut.values ? null : packEvidence([series, ...others], stretch, form.actedAt),
    source,
  });
}

function sourceOf(panel: PanelCopy, series: PanelSeries, withoutQuery: boolean): Source {
  return {
    dashboardUid: panel.dashboardUid,
    dashboardTitle: panel.dashboardTitle,
    panelId: panel.panelId,
    panelTitle: panel.panelTitle,
    series: series.name,
    queries: withoutQuery ? [] : panel.queries,
    refId: withoutQuery ? undefined : series.refId,
    variables: panel.variables,
    variableTexts: panel.variableTexts,
    dataSource: withoutQuery ? '' : panel.dataSource,
    range: panel.range,
    dashboardRange: panel.dashboardRange,
  };
}
