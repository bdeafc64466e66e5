import { fieldOf, textOf } from '../../domain/json/fieldOf';

/** What Grafana draws panels of plugins with that are no more, besides `graph`. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  'table-old': 'table',
  singlestat: 'stat',
  'grafana-singlestat-panel': 'stat',
  'grafana-piechart-panel': 'piechart',
  'grafana-worldmap-panel': 'geomap',
  'natel-discrete-panel': 'state-timeline',
};

/** The plugin that a panel was stored for; a server that renames it leaves a note. */
export function storedType(panel: unknown): string {
  return textOf(panel, 'autoMigrateFrom') || textOf(panel, 'type');
}

/** The plugin that draws a stored panel today: a `graph` with series on its x axis is no graph over time. */
export function shownType(panel: unknown): string {
  const type = storedType(panel);
  return isGraph(type) ? graphSuccessor(panel) : (SUCCESSORS[type] ?? type);
}

/** Whether it is one of the panels of that name that Grafana has drawn before time series. */
export function isGraph(type: string): boolean {
  return type === 'graph' || type === 'graphite';
}

function graphSuccessor(panel: unknown): string {
  switch (textOf(panel, 'xaxis', 'mode')) {
    case 'series':
      return fieldOf(panel, 'legend', 'values') ? 'bargauge' : 'barchart';
    case 'histogram':
      return 'histogram';
    default:
      return 'timeseries';
  }
}
