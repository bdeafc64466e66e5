/** The Grafana (or preview) that contract suite, seed and specs run on. */
export const grafanaUnderTest = {
  url: process.env.GRAFANA_URL || 'http://127.0.0.1:3000',
  /** `user:password` of a Grafana admin. */
  admin: process.env.GRAFANA_ADMIN || 'admin:admin',
};
