import unit from './jest.config.js';

// The contract suite against a running Grafana or preview: GRAFANA_URL, GRAFANA_ADMIN=user:password (docs/testing.md).
// With LOAD=1 the load tests in its place, which take minutes.
export default {
  ...unit,
  testEnvironment: 'node',
  testMatch: [process.env.LOAD === '1' ? '**/*.load.contract.ts' : '**/*.http.contract.ts'],
  setupFilesAfterEnv: [],
  globalSetup: '<rootDir>/src/testing/hosts/contractSetup.ts',
  testTimeout: 30_000,
};
