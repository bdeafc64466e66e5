/** Ids as plugin.json declares them; tests compare. */
export const APP_ID = 'resilience-nearmiss-app';
export const NEAR_MISSES_COMPONENT = `${APP_ID}/near-misses/v1`;
export const OF_SERVICE_COMPONENT = `${APP_ID}/near-misses-of-service/v1`;
