import type { EvidenceSeries } from '../src/domain/series/evidence';
import { type NearMissRecord, SCHEMA_VERSION } from '../src/domain/record/record';
import { packEvidence } from '../src/domain/series/packEvidence';
import { project } from '../src/domain/projection/project';
import { proposeStretch } from '../src/domain/projection/proposeStretch';
import type { Example, ExampleGraph } from './example';
import type { Projection } from '../src/domain/projection/projection';
import type { Limit } from '../src/domain/projection/limit';
import type { Stretch } from '../src/domain/series/stretch';

const HOUR = 60 * 60_000;
const MINUTE = 60_000;

/** What of provisioning/dashboards/checkout-service.json is read. */
export interface Dashboard {
  uid: string;
  title: string;
  panels: ReadonlyArray<{
    id: number;
    title: string;
    targets: ReadonlyArray<{ csvWave: ReadonlyArray<{ timeStep: number; valuesCSV: string }> }>;
  }>;
}

interface Wave {
  values: readonly number[];
  /** Ms a value. */
  step: number;
}

/** The record as capture would have made it from the graph at that time. */
export function exampleRecord(example: Example, dashboard: Dashboard, now: number): NearMissRecord {
  const { id, kind, title, almost, savedBy, savedHow, cue, action, team, services, graph, hoursAgo } = example;
  const before = now - hoursAgo * HOUR;
  const common = {
    ...{ id, kind, title, almost, savedBy, savedHow, cue, action, team, services },
    version: SCHEMA_VERSION,
    links: [],
    recordedFor: '',
    status: title === '' ? 'started' : 'recorded',
    outcome: '',
    sameAs: '',
    series: '',
    example: true,
    writtenBy: null,
  } as const;
  if (!graph) {
    const seen = { noticedAt: before - 20 * MINUTE, actedAt: before };
    return { ...common, ...seen, limit: null, projection: null, stretch: null, evidence: null, source: null };
  }
  return { ...common, ...seenOn(graph, dashboard, { before, now }) };
}

function seenOn(graph: ExampleGraph, dashboard: Dashboard, { before, now }: { before: number; now: number }) {
  const panel = dashboard.panels.find(({ id }) => id === graph.panelId);
  const source = panel?.targets[0]?.csvWave[graph.wave];
  if (!panel || !source) {
    throw new Error(`The dashboard has no panel ${graph.panelId} with a wave ${graph.wave}.`);
  }
  const wave = { values: source.valuesCSV.split(',').map(Number), step: source.timeStep * 1000 };
  const length = wave.values.length * wave.step;
  const turned = lastExtreme(wave, graph.limit, before);
  // Before the next tick, which shows the relief already.
  const actedAt = turned + wave.step / 2;
  const seen = pointsOf(wave, graph, { from: turned - graph.seen * length, to: turned });
  const stretch = proposeStretch(seen.times, seen.values, actedAt);
  if (!stretch) {
    throw new Error(`Nothing grows on "${panel.title}".`);
  }
  const around = stretch.to - stretch.from;
  const range = { from: stretch.from - around, to: Math.min(now, stretch.to + around) };
  return {
    stretch,
    actedAt,
    noticedAt: Math.round(stretch.to - 4 * MINUTE),
    limit: graph.limit,
    projection: projectionOf(seen, stretch, graph.limit),
    evidence: packEvidence([pointsOf(wave, graph, range)], stretch, actedAt),
    source: {
      dashboardUid: dashboard.uid,
      dashboardTitle: dashboard.title,
      panelId: panel.id,
      panelTitle: panel.title,
      series: graph.series,
      queries: [],
      variables: {},
      dataSource: 'testdata',
      range,
    },
  };
}

/** When the wave last turned before a moment: its highest value, or the lowest for a limit below. */
function lastExtreme({ values, step }: Wave, { direction }: Limit, before: number): number {
  const extreme = values.indexOf(direction === 'rising' ? Math.max(...values) : Math.min(...values));
  const tick = Math.floor(before / step);
  const behind = (tick - extreme) % values.length;
  return (tick - behind) * step;
}

/** As TestData answers: the tick decides the value, whatever the range. */
function pointsOf(
  { values, step }: Wave,
  { series, limit, divisor = 1 }: ExampleGraph,
  range: Stretch
): EvidenceSeries {
  const first = Math.ceil(range.from / step);
  const count = Math.floor(range.to / step) - first + 1;
  const ticks = Array.from({ length: count }, (_, index) => first + index);
  return {
    name: series,
    unit: limit.unit,
    times: ticks.map((tick) => tick * step),
    values: ticks.map((tick) => (values[tick % values.length] ?? NaN) / divisor),
  };
}

function projectionOf({ times, values }: EvidenceSeries, stretch: Stretch, limit: Limit): Projection {
  const inside = times
    .map((at, index) => ({ at, value: values[index] ?? NaN }))
    .filter(({ at }) => at >= stretch.from && at <= stretch.to);
  const horizon = 2 * (stretch.to - stretch.from);
  const result = project({
    times: inside.map(({ at }) => at),
    values: inside.map(({ value }) => value),
    limit: limit.value,
    horizon,
    floor: 0,
  });
  return { ...result, window: stretch, horizon };
}
