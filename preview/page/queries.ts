import { arrayToDataFrame, DataTopic, LoadingState, rangeUtil, transformDataFrame } from '@grafana/data';
import type { DataFrame, DataQueryRequest, DataQueryResponse, DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { PanelData, ScopedVars, TimeRange, TypedVariableModel } from '@grafana/data';
import { getBackendSrv, getTemplateSrv, toDataQueryResponse, type BackendDataSourceResponse } from '@grafana/runtime';
import { lastValueFrom, map, type Observable } from 'rxjs';

/** The parts of a panel's model that the preview looks at. */
export type Panel = {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: Array<{ refId: string; datasource?: { uid?: string } }>;
  datasource?: { uid?: string };
  transformations?: DataTransformerConfig[];
  fieldConfig?: FieldConfigSource;
  options?: Record<string, unknown>;
  libraryPanel?: { uid: string };
  panels?: Panel[];
  /** The variable that a row or a panel is repeated for. */
  repeat?: string;
  /** Of a repeated panel or row. */
  scopedVars?: ScopedVars;
};

export type Variable = TypedVariableModel & { query: string; options?: unknown; current?: { value?: unknown } };

export type Dashboard = {
  uid: string;
  title: string;
  tags?: string[];
  timezone?: string;
  refresh?: string;
  time?: { from: string; to: string };
  panels?: Panel[];
  templating?: { list?: Variable[] };
  annotations?: { list?: Array<{ builtIn?: number; enable?: boolean; iconColor?: string }> };
};

export type Answer = { raw: PanelData; drawn: DataFrame[] };

/** As many as a wide panel has pixels. */
const MAX_DATA_POINTS = 1000;

export function runRequest({ targets, range, intervalMs, maxDataPoints }: DataQueryRequest): Observable<DataQueryResponse> {
  const queries = targets.map((target) => ({ intervalMs, maxDataPoints, ...target }));
  const body = { from: String(range.from.valueOf()), to: String(range.to.valueOf()), queries };
  const response = getBackendSrv().fetch<BackendDataSourceResponse>({ url: '/api/ds/query', method: 'POST', data: body });
  return response.pipe(map((answer) => toDataQueryResponse(answer, queries)));
}

/** Asks for a panel's data. `raw` is before the panel's transformations: that is what an extension gets to see. */
export async function runPanel(
  { targets = [], transformations = [], datasource, scopedVars = {} }: Panel,
  range: TimeRange
): Promise<Answer> {
  const request: DataQueryRequest = {
    ...{ app: 'dashboard', requestId: 'preview', timezone: 'browser', scopedVars, startTime: Date.now(), range },
    ...{ ...rangeUtil.calculateInterval(range, MAX_DATA_POINTS), maxDataPoints: MAX_DATA_POINTS },
    targets: targets.map((target) => ({ datasource, ...target })),
  };
  const { data: series = [], errors = [] } = await lastValueFrom(runRequest(request));
  const state = errors.length > 0 ? LoadingState.Error : LoadingState.Done;
  const context = { interpolate: (text: string) => getTemplateSrv().replace(text, scopedVars) };
  const drawn = await lastValueFrom(transformDataFrame(transformations, series, context));
  return { raw: { state, series, timeRange: range, errors, request }, drawn };
}

export type Annotation = { panelId?: number; time: number; timeEnd: number; text?: string; tags?: string[] };

/** The dashboard's own annotations in range, newest 100, by the panel that shows them (0: all). */
export async function readAnnotations({ uid, annotations }: Dashboard, range: TimeRange): Promise<Annotation[]> {
  const builtIn = annotations?.list?.find((each) => each.builtIn);
  if (builtIn?.enable === false) {
    return [];
  }
  const params = { from: range.from.valueOf(), to: range.to.valueOf(), limit: 100, matchAny: false, dashboardUID: uid };
  return getBackendSrv().get('/api/annotations', params, `annotations-${uid}`);
}

export function toAnnotationFrame(annotations: Annotation[], color: string | undefined): DataFrame {
  const rows = annotations.map((each) => ({ text: '', tags: [], ...each, color, isRegion: each.timeEnd > each.time }));
  const frame = arrayToDataFrame(rows);
  return { ...frame, length: rows.length, meta: { dataTopic: DataTopic.Annotations } };
}
