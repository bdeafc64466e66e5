import { type DataFrame, DataFrameType } from '@grafana/data';
import type { PanelSeries } from '../../../domain/projection/panelSeries';

/** Why a panel shows no series over time. */
export type NoSeries = 'nothing' | 'not-over-time' | 'one-value' | 'table' | 'heatmap' | 'histogram';

/** A panel of these shows no time axis, or none with lines on it, whatever its data is. */
const OF_TYPE: Readonly<Record<string, NoSeries>> = { table: 'table', heatmap: 'heatmap', histogram: 'histogram' };
const OF_FRAME: Partial<Record<DataFrameType, NoSeries>> = {
  [DataFrameType.HeatmapRows]: 'heatmap',
  [DataFrameType.HeatmapCells]: 'heatmap',
  [DataFrameType.Histogram]: 'histogram',
  [DataFrameType.TimeSeriesLong]: 'table',
};

/** What the panel's kind, or that of its frames, says by itself; null when series may be there. */
export function whyNoneAtAll(type: string, frames: readonly DataFrame[]): NoSeries | null {
  const ofFrames = frames.flatMap(({ meta }) => (meta?.type && OF_FRAME[meta.type]) ?? []);
  return OF_TYPE[type] ?? (ofFrames.length === frames.length ? (ofFrames[0] ?? null) : null);
}

/** Why this is no series over time: nothing in it, one value, or rows of which most share their time; null when it is one. */
export function whyNone({ times, values, repeated = 0 }: PanelSeries): NoSeries | null {
  if (repeated >= times.length && repeated > 0) {
    return 'table';
  }
  const measured = values.filter(Number.isFinite).length;
  return measured > 1 ? null : measured === 1 ? 'one-value' : 'nothing';
}
