import {
  CoreApp,
  type DataFrame,
  type DataQuery,
  dateTime,
  LoadingState,
  rangeUtil,
  type ScopedVars,
  toDataFrame,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { filter, firstValueFrom, from, fromEvent, takeUntil, timeout } from 'rxjs';
import { isObject } from '../domain/json/json';
import { fieldOf, textOf } from '../domain/json/fieldOf';
import { type Outcome, failed, failureOf } from './outcome';
import { newId } from '../domain/record/id';

export interface QueriesToRun {
  /** A panel's query models as Grafana gives them; hidden ones are passed over. */
  queries: readonly unknown[];
  /** Epoch ms. */
  range: { from: number; to: number };
  /** How many points are wanted; the data source's own least interval still holds. */
  points: number;
  timeZone: string;
  scopedVars: ScopedVars;
  /** Ad hoc filters as the panel's own request had them. */
  filters: readonly unknown[];
}

type Request = Parameters<Awaited<ReturnType<ReturnType<typeof getDataSourceSrv>['get']>>['query']>[0];

const EXPRESSIONS = '__expr__';
const PATIENCE_MS = 30_000;

/**
 * Runs a panel's queries once more, over another range and at another step, through Grafana's data source API: variables,
 * defaults and rights are those of the panel. The failure's `detail` is what the data source said. Never rejects.
 */
export async function runQueries(asked: QueriesToRun, signal: AbortSignal): Promise<Outcome<DataFrame[]>> {
  const queries = asked.queries.filter(isQuery).filter(({ hide }) => !hide);
  try {
    const answers = await Promise.all(bySource(queries).map((targets) => ask(targets, asked, signal)));
    return { ok: true, value: answers.flat() };
  } catch (error) {
    return signal.aborted ? failed('aborted') : { ok: false, failure: failureOf(statusOf(error), wordsOf(error)) };
  }
}

async function ask(targets: DataQuery[], asked: QueriesToRun, signal: AbortSignal): Promise<DataFrame[]> {
  const expressions = targets.some((query) => sourceOf(query) === EXPRESSIONS);
  const source = await getDataSourceSrv().get(expressions ? EXPRESSIONS : targets[0]?.datasource, asked.scopedVars);
  const answer = await firstValueFrom(
    from(source.query(requestOf(targets, asked, source.interval))).pipe(
      filter(({ state = LoadingState.Done }) => state === LoadingState.Done || state === LoadingState.Error),
      takeUntil(fromEvent(signal, 'abort')),
      timeout(PATIENCE_MS)
    )
  );
  const problem = answer.errors?.[0] ?? answer.error;
  if (problem) {
    throw problem;
  }
  return answer.data.map((data) => toDataFrame(data));
}

function requestOf(targets: DataQuery[], asked: QueriesToRun, leastInterval: string | undefined): Request {
  const [start, end] = [dateTime(asked.range.from), dateTime(asked.range.to)];
  const range = { from: start, to: end, raw: { from: start, to: end } };
  const { interval, intervalMs } = rangeUtil.calculateInterval(range, asked.points, leastInterval);
  return {
    app: CoreApp.Dashboard,
    requestId: `near-miss-${newId()}`,
    ...{ interval, intervalMs, maxDataPoints: asked.points, range, targets, timezone: asked.timeZone },
    scopedVars: {
      ...asked.scopedVars,
      __interval: { text: interval, value: interval },
      __interval_ms: { text: String(intervalMs), value: intervalMs },
    },
    filters: asked.filters.filter(isFilter),
    startTime: Date.now(),
  };
}

/** Each data source gets its own queries; expressions reckon with all of them, so then there is one asked. */
function bySource(queries: DataQuery[]): DataQuery[][] {
  if (queries.some((query) => sourceOf(query) === EXPRESSIONS)) {
    return [queries];
  }
  const sources = [...new Set(queries.map(sourceOf))];
  return sources.map((uid) => queries.filter((query) => sourceOf(query) === uid));
}

function sourceOf(query: DataQuery): string {
  return textOf(query, 'datasource', 'uid');
}

function isQuery(query: unknown): query is DataQuery {
  return isObject(query) && typeof query.refId === 'string';
}

function isFilter(given: unknown): given is { key: string; operator: string; value: string } {
  return ['key', 'operator', 'value'].every((name) => typeof fieldOf(given, name) === 'string');
}

function statusOf(error: unknown): number {
  const status = fieldOf(error, 'status');
  return typeof status === 'number' ? status : 0;
}

function wordsOf(error: unknown): string {
  return textOf(error, 'data', 'message') || textOf(error, 'message') || textOf(error, 'statusText');
}
