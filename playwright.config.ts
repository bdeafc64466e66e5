import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import type { PluginOptions } from '@grafana/plugin-e2e';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM ?? SYSTEM_BROWSERS.find((path) => existsSync(path));

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Takes minutes and fills the host, so it runs alone and when asked for. */
const LOAD = { name: 'load', testMatch: 'load.spec.ts' };
/** Each puts the app's configuration back as it was, so never two at once. */
const CONFIGURING = ['journals.spec.ts', 'moving.spec.ts', 'rights.spec.ts'];
/** Felt by everybody on the host: the app is switched off, and whatever lacks its marker gets one. */
const ALONE = ['disabled.spec.ts', 'selftest.spec.ts'];

export default defineConfig<PluginOptions>({
  testDir: 'tests',
  testMatch: '*.spec.ts',
  globalSetup: './tests/globalSetup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000',
    viewport: { width: 1400, height: 900 },
    timezoneId: 'Europe/Berlin',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    // Playwright's own browser serves where the system has none.
    launchOptions: { executablePath, args: QUIET },
    featureToggles: {},
  },
  projects:
    process.env.LOAD === '1'
      ? [LOAD]
      : [
          { name: 'specs', testIgnore: [LOAD.testMatch, ...CONFIGURING, ...ALONE] },
          { name: 'configuring', testMatch: CONFIGURING, workers: 1 },
          { name: 'alone', testMatch: ALONE, workers: 1, dependencies: ['specs', 'configuring'] },
        ],
});
