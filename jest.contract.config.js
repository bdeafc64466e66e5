import unit from './jest.config.js';

// The contract suite against a running Grafana or preview: GRAFANA_URL, GRAFANA_ADMIN=user:password (docs/testing.md).
export default {
  ...unit,
  testEnvironment: 'node',
  testMatch: ['**/*.http.contract.ts'],
  setupFilesAfterEnv: [],
  globalSetup: '<rootDir>/src/testing/contractSetup.ts',
  testTimeout: 30_000,
};
