import { MARKER_TAG } from '../domain/codec/tags';
import { PANEL_ID } from '../panelId';

interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A near-miss panel of a dashboard model; `options` as the panel editor stores them. */
export function nearMissPanel(id: number, title: string, gridPos: Place, options: object): object {
  return { id, type: PANEL_ID, title, gridPos, targets: [], fieldConfig: { defaults: {}, overrides: [] }, options };
}

const GRAFANA = { type: 'grafana', uid: '-- Grafana --' };

/** Grafana's own annotation query, which every dashboard model has. */
export const BUILT_IN_ANNOTATIONS: object = {
  builtIn: 1,
  datasource: GRAFANA,
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  type: 'dashboard',
};

/** The markers of all dashboards, so that a graph which somebody adds here shows when others acted. */
const MARKERS = {
  datasource: GRAFANA,
  enable: true,
  iconColor: 'orange',
  name: 'Near misses',
  target: { limit: 100, matchAny: false, tags: [MARKER_TAG], type: 'tags' },
};

// Stored once for readers of all languages, as the plugin's own name is.
const DESCRIPTION = 'The incidents that would have been.';
const PANELS: ReadonlyArray<readonly [title: string, gridPos: Place, options: object]> = [
  ['Near misses', { x: 0, y: 0, w: 12, h: 27 }, { view: 'list' }],
  ['Timeline', { x: 12, y: 0, w: 12, h: 11 }, { view: 'timeline' }],
  ['Story', { x: 12, y: 11, w: 12, h: 16 }, { view: 'story' }],
];
/** The dashboard's own time picker and variables decide. */
const FOLLOWING = { team: '$team', service: '$service', days: 0 };

/** The dashboard model that we ship and that people are given: near misses of the chosen time, team and service, three ways. */
export function starterDashboard({ uid, title }: { uid: string; title: string }): object {
  return {
    uid,
    title,
    description: DESCRIPTION,
    tags: ['near-miss'],
    schemaVersion: 41,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from: 'now-90d', to: 'now' },
    timepicker: {},
    refresh: '',
    annotations: { list: [BUILT_IN_ANNOTATIONS, MARKERS] },
    links: [],
    templating: {
      list: [
        textVariable('team', 'Team', 'Only near misses of this team'),
        textVariable('service', 'Service', 'Only near misses of this service'),
      ],
    },
    panels: PANELS.map(([name, gridPos, options], index) =>
      nearMissPanel(index + 1, name, gridPos, { ...options, ...FOLLOWING })
    ),
  };
}

/** Typed rather than chosen: no query of Grafana's lists the names that near misses have. */
function textVariable(name: string, label: string, description: string): object {
  const none = { selected: true, text: '', value: '' };
  return {
    type: 'textbox',
    name,
    label,
    description,
    hide: 0,
    skipUrlSync: false,
    query: '',
    current: none,
    options: [none],
  };
}
