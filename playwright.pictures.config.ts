import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** `npm run pictures`: the README's pictures, from the examples of the host at GRAFANA_URL. Nothing is written there. */
export default defineConfig({
  ...config,
  testMatch: 'pictures.ts',
  globalSetup: undefined,
  workers: 1,
  projects: [{ name: 'pictures' }],
  use: { ...config.use, viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
});
