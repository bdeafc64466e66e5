// npm run mutation:domain, mutation:grafana, mutation:storage: breaks the code of one layer in thousands of small ways and counts
// how many of them its own tests notice. Takes long; what was judged once stays in reports/ and is not run again.
import jestConfig from './jest.config.js';

const folder = process.env.npm_lifecycle_event?.replace('mutation:', '') ?? 'domain';
process.env.MUTATED = folder;

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  // What runs when a file is loaded is judged by no single test, and mostly texts and tables.
  ignoreStatic: true,
  // The projection has a bench of its own, which judges it by what it says of real traces.
  mutate: [`src/${folder}/**/*.{ts,tsx}`, '!src/domain/projection/**', '!**/*.{test,contract}.{ts,tsx}'],
  jest: {
    projectType: 'custom',
    config: {
      ...jestConfig,
      // What a mutant keeps waiting for ever fails by this; no test takes half of it.
      testTimeout: 3_000,
      roots: ['<rootDir>/scripts'],
      testMatch: ['**/everyTest.ts'],
      moduleNameMapper: { ...jestConfig.moduleNameMapper, '^@grafana/ui$': '<rootDir>/scripts/noUi.ts' },
    },
    enableFindRelatedTests: false,
  },
  ignorePatterns: ['/dist', '/preview', '/.preview-data', '/test-results', '/playwright-report'],
  incremental: true,
  incrementalFile: `reports/mutation-${folder}.json`,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  // Jest keeps about 10 MB of each run.
  maxTestRunnerReuse: 150,
  // On top of one and a half times what its tests took: only endless loops take longer.
  timeoutMS: 5_000,
  thresholds: { high: 90, low: 80, break: 80 },
};
