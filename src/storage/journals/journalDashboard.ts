import { PANEL_ID } from '../../pluginIds';

// Stored once for readers of all languages, as the plugin's own name is.
const PANEL_TITLE = 'Near misses';

interface Journal {
  uid: string;
  title: string;
  /** What its panel shows; empty = near misses of all teams. */
  team: string;
}

/** The dashboard model of a new journal: one near-miss panel. Its own annotations are the records, so they are not drawn. */
export function journalDashboard({ uid, title, team }: Journal): object {
  const builtIn = {
    builtIn: 1,
    datasource: { type: 'grafana', uid: '-- Grafana --' },
    enable: true,
    hide: true,
    iconColor: 'rgba(0, 211, 255, 1)',
    name: 'Annotations & Alerts',
    type: 'dashboard',
  };
  return {
    uid,
    title,
    description:
      'A journal of Near Miss. Deleting this dashboard deletes the near misses kept in it; export them first.',
    tags: ['near-miss'],
    schemaVersion: 41,
    editable: true,
    time: { from: 'now-90d', to: 'now' },
    annotations: { list: [builtIn] },
    templating: { list: [] },
    panels: [
      {
        id: 1,
        type: PANEL_ID,
        title: PANEL_TITLE,
        gridPos: { x: 0, y: 0, w: 24, h: 18 },
        targets: [],
        fieldConfig: { defaults: {}, overrides: [] },
        options: { team },
      },
    ],
  };
}
