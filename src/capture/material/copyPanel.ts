import {
  dateTimeParse,
  type DataFrame,
  type Field,
  type PluginExtensionPanelContext,
  type RawTimeRange,
  type TimeZone,
} from '@grafana/data';
import type { Source } from '../../domain/record/record';
import type { Stretch } from '../../domain/series/stretch';
import { dashboardRange } from './dashboardRange';
import { panelVariables } from './panelVariables';

/** What the modal needs of the panel it was opened from, copied. */
export interface PanelCopy {
  dashboardUid: string;
  dashboardTitle: string;
  panelId: number;
  panelTitle: string;
  timeZone: TimeZone;
  queries: readonly unknown[];
  /** Type of the data source of the first query that says one, as stored or as it was run; empty without. */
  dataSource: string;
  /** The dashboard's and the repeated panel's own. */
  variables: Source['variables'];
  variableTexts?: Source['variableTexts'];
  /** As the query returned them: before transformations, without the panel's field config. */
  frames: DataFrame[];
  /** What the panel showed, epoch ms. */
  range: Stretch;
  dashboardRange?: Source['dashboardRange'];
  /** How the data source was asked for it; null where the panel does not tell. */
  asked: AskedOfSource | null;
}

interface AskedOfSource {
  intervalMs: number;
  maxDataPoints: number;
  /** Query models, each naming its data source. */
  queries: readonly unknown[];
  filters: readonly unknown[];
}

/**
 * Grafana hands over a deep read-only proxy: every access goes through it, and transformations would fail on writing.
 * So everything is taken out once. The dashboard's variables and range are not in it, but in the address (`search`); `known` is
 * what Grafana knows of those variables.
 */
export function copyPanel(
  context: Readonly<PluginExtensionPanelContext>,
  search: string,
  known: readonly unknown[] = []
): PanelCopy {
  const { dashboard, id, title, timeZone, data } = context;
  const range = rangeOf(data?.timeRange ?? context.timeRange, timeZone);
  const askedAt = data?.request?.startTime ?? Date.now();
  return {
    dashboardUid: dashboard.uid ?? '',
    dashboardTitle: dashboard.title ?? '',
    // 0 is no panel's id: Grafana gives none to some panels of its first schemas.
    panelId: Number.isFinite(id) ? id : 0,
    panelTitle: title ?? '',
    timeZone,
    queries: copyJson(context.targets),
    dataSource: typeOfSource([...(context.targets ?? []), ...(data?.request?.targets ?? [])]),
    ...panelVariables(search, context.scopedVars, known),
    frames: (data?.series ?? []).map(copyFrame),
    range,
    dashboardRange: dashboardRange(search, { range, raw: context.timeRange, askedAt, timeZone }),
    asked: askedOf(data?.request),
  };
}

function askedOf(request: NonNullable<PluginExtensionPanelContext['data']>['request']): AskedOfSource | null {
  const { intervalMs, maxDataPoints, targets, filters } = request ?? {};
  return intervalMs && maxDataPoints
    ? { intervalMs, maxDataPoints, queries: copyJson(targets), filters: copyJson(filters) }
    : null;
}

function typeOfSource(queries: NonNullable<PluginExtensionPanelContext['targets']>): string {
  return queries.find(({ datasource }) => datasource?.type)?.datasource?.type ?? '';
}

/** Absolute where the query ran; the dashboard's own range may be "now-3h". */
function rangeOf({ from, to }: RawTimeRange, timeZone: TimeZone): Stretch {
  return {
    from: dateTimeParse(from, { timeZone }).valueOf(),
    to: dateTimeParse(to, { timeZone, roundUp: true }).valueOf(),
  };
}

function copyFrame(frame: DataFrame): DataFrame {
  const { name, refId, meta, length } = frame;
  return { name, refId, meta: copyMeta(meta), length, fields: frame.fields.map(copyField) };
}

/** Transformations read little else, and what data sources put into `custom` may be large or no JSON at all. */
function copyMeta(meta: DataFrame['meta']): DataFrame['meta'] {
  return meta && { type: meta.type };
}

function copyField({ name, type, labels, config, values }: Field): Field {
  const { unit, min, max, displayName, displayNameFromDS, interval, thresholds } = config;
  const steps = thresholds?.steps.map((step) => ({ ...step }));
  return {
    name,
    type,
    labels: labels && { ...labels },
    config: {
      unit,
      min,
      max,
      displayName,
      displayNameFromDS,
      interval,
      thresholds: thresholds && steps && { mode: thresholds.mode, steps },
    },
    values: Array.from(values),
  };
}

/** Queries come from other plugins; one that JSON cannot hold is left out, as the record could not hold it either. */
function copyJson(given: readonly unknown[] | undefined): readonly unknown[] {
  try {
    const copied: unknown = JSON.parse(JSON.stringify(given ?? []));
    return Array.isArray(copied) ? copied : [];
  } catch {
    return [];
  }
}
