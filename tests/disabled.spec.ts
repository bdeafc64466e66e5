import { call } from './host';
import { expect, test } from './fixtures';

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';

test('says so in the panel when the app is disabled', async ({ page, world }) => {
  const before = (await call('GET', SETTINGS)) as { jsonData?: unknown; pinned?: boolean };
  const settings = { jsonData: before.jsonData ?? {}, pinned: before.pinned ?? false };
  await call('POST', SETTINGS, { ...settings, enabled: false });
  try {
    await page.goto(`/d/${world.panel}`);
    // The page may show the app's own words or Grafana's about a panel whose app is off; both name what is missing.
    await expect(page.getByText(/Near Miss app is disabled|Panel plugin not found/).first()).toBeVisible();
  } finally {
    await call('POST', SETTINGS, { ...settings, enabled: true });
  }
});
