import { PANEL_ID } from '../src/panelId';
import { A_RISING_TREND } from '../src/testing/builders/aRisingTrend';
import { call } from './host';
import type { World } from './world';

const DAY = 24 * 60 * 60_000;

/** The address of a dashboard's part that says what time it shows: when the builders' near misses came about. */
export const THEIR_TIME = `from=${A_RISING_TREND.actedAt - 3 * DAY}&to=${A_RISING_TREND.actedAt + DAY}`;

interface Shown {
  /** The panel's own: see `NearMissesOptions`. */
  options: Readonly<Record<string, unknown>>;
  title?: string;
  /** Of 24 columns. */
  columns?: number;
  repeat?: string;
}

/** A dashboard of one near-miss panel and, where it is repeated, the variable of its values; its uid. */
export async function panelDashboard(world: World, name: string, shown: Shown, values: readonly string[] = []) {
  const { options, title = 'Near misses', columns = 12, repeat } = shown;
  const uid = `${world.prefix}-${name}`;
  const variable = {
    type: 'custom',
    name: repeat,
    query: values.join(','),
    multi: true,
    current: { text: values, value: values },
  };
  const panel = {
    id: 1,
    type: PANEL_ID,
    title,
    gridPos: { x: 0, y: 0, w: columns, h: 20 },
    targets: [],
    options: { days: 0, ...options },
    ...(repeat ? { repeat, repeatDirection: 'v' } : {}),
  };
  const dashboard = { uid, title: uid, panels: [panel], templating: { list: repeat ? [variable] : [] } };
  await call('POST', '/api/dashboards/db', { dashboard, folderUid: world.folder, overwrite: true });
  return uid;
}
