/** Id of the panel, as src/panel/plugin.json declares it. Not beside the app's ids: those are loaded on every page of Grafana. */
export const PANEL_ID = 'resilience-nearmiss-panel';
