import { call } from './host';
import { v2Dashboard } from './v2Dashboard';
import type { World } from './world';

/** A dashboard made for one graph: what is measured, and how its model says to draw it. */
interface Graph {
  title: string;
  waves: readonly Wave[];
  panel?: Readonly<Record<string, unknown>>;
  templating?: Readonly<Record<string, unknown>>;
  /** The variable that the row with the panel is repeated for. */
  repeat?: string;
}

interface Wave {
  name: string;
  /** One a minute; null where nothing was measured. */
  values: ReadonlyArray<number | null>;
  labels?: string;
}

const MINUTE = 60_000;
export const POINTS = 300;
export const GIB = 1024 ** 3;

/** One value a minute, by its place. */
export const minutes = (valueAt: (minute: number) => number | null) =>
  Array.from({ length: POINTS }, (_, i) => valueAt(i));

/** Makes the dashboard in the world's folder, as long a range as the waves are; its uid. TestData's waves repeat, so the range begins where they do. */
export async function graphDashboard(world: World, name: string, graph: Graph): Promise<string> {
  const uid = `${world.prefix}-${name}`;
  const dashboard = { uid, title: uid, schemaVersion: 41, ...rangeOfWaves(), ...bodyOf(graph) };
  await call('POST', '/api/dashboards/db', { dashboard, folderUid: world.folder, overwrite: true });
  return uid;
}

/** The same on a dashboard of the v2 schema; null where the host has none. Its steps are stored as Grafana 12.3 saves them: the base as 0. */
export function v2GraphDashboard(world: World, name: string, { title, waves }: Graph): Promise<string | null> {
  const thresholds = {
    mode: 'absolute',
    steps: [
      { value: 0, color: 'red' },
      { value: 100, color: 'green' },
    ],
  };
  const fieldConfig = { defaults: { thresholds, custom: { thresholdsStyle: { mode: 'line' } } }, overrides: [] };
  const panel = { title, targets: [waveTarget(waves)], fieldConfig };
  return v2Dashboard(`${world.prefix}-${name}`, world.folder, panel, rangeOfWaves().time);
}

function rangeOfWaves() {
  const length = POINTS * MINUTE;
  const from = Math.floor(Date.now() / length - 1) * length;
  return { time: { from: new Date(from).toISOString(), to: new Date(from + length - MINUTE).toISOString() } };
}

function bodyOf({ title, waves, panel, templating, repeat }: Graph) {
  const datasource = { type: 'grafana-testdata-datasource', uid: 'testdata' };
  const shown = {
    ...{ id: 1, type: 'timeseries', title, gridPos: { x: 0, y: 0, w: 24, h: 12 }, datasource },
    targets: [waveTarget(waves)],
    fieldConfig: { defaults: {}, overrides: [] },
    ...panel,
  };
  const row = {
    id: 2,
    type: 'row',
    title: 'Row',
    repeat,
    collapsed: false,
    panels: [],
    gridPos: { x: 0, y: 0, w: 24, h: 1 },
  };
  const lower = { ...shown, gridPos: { ...shown.gridPos, y: 1 } };
  return { panels: repeat ? [row, lower] : [shown], templating: templating ?? { list: [] } };
}

function waveTarget(waves: readonly Wave[]) {
  const csvWave = waves.map(({ name, values, labels = '' }) => ({
    ...{ timeStep: MINUTE / 1000, name, labels },
    valuesCSV: values.map((value) => value ?? 'null').join(','),
  }));
  return { refId: 'A', scenarioId: 'predictable_csv_wave', csvWave };
}
