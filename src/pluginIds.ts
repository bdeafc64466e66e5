/** Ids as plugin.json and src/panel/plugin.json declare them; a test compares. */
export const APP_ID = 'resilience-nearmiss-app';
export const PANEL_ID = 'resilience-nearmiss-panel';
export const NEAR_MISSES_COMPONENT = `${APP_ID}/near-misses/v1`;
