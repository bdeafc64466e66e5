import { call } from './host';
import { expect, test } from './fixtures';
import { copyOfCheckout } from './world';
import { NearMissView } from './views/NearMissView';

test('keeps every word when Grafana is down while saving', async ({ page, world, checkout, openDashboard }) => {
  const words = `Typed while the server was away (${world.prefix})`;
  const dashboard = await openDashboard(checkout);
  const capture = await dashboard.record('Heap');
  await capture.ready();
  await capture.fill(words);
  await page.route('**/api/annotations', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionrefused') : route.fallback()
  );
  await capture.save.click();
  await expect(page.getByText(/Kept here, and tried again until Grafana has it/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Take it back and edit' }).click();
  await expect(capture.almost).toHaveValue(words);

  // Even the browser may go down with it.
  await page.reload();
  const again = await dashboard.record('Heap');
  await again.ready();
  await expect(again.almost).toHaveValue(words);
  await page.unroute('**/api/annotations');
  await again.save.click();
  await again.saved();
});

test('keeps a saved near miss when another is typed in its place at once, on another machine', async ({
  page,
  world,
  checkout,
  openDashboard,
}) => {
  const words = [`The first of two (${world.prefix})`, `The second of two (${world.prefix})`] as const;
  const capture = await (await openDashboard(checkout)).record('Heap');
  await capture.ready();
  await capture.fill(words[0]);
  await capture.save.click();
  await capture.saved();
  // Before the page has told Grafana to forget what was typed.
  await page.goto('/a/resilience-nearmiss-app/list');
  await page.evaluate(() => localStorage.clear());

  const next = await (await openDashboard(checkout)).record('Heap');
  await next.ready();
  await next.fill(words[1]);
  await next.save.click();
  await next.saved();
  for (const each of words) {
    await page.goto(`/a/resilience-nearmiss-app/list?q=${encodeURIComponent(each)}`);
    await expect(page.getByTestId('near-miss-item').filter({ hasText: each })).toHaveCount(1);
  }
});

test('outlives the dashboard it was seen on, with its graph', async ({ page, world, openDashboard }) => {
  const uid = await copyOfCheckout(world, 'doomed');
  const almost = `Seen on a dashboard that is gone (${world.prefix})`;
  const dashboard = await openDashboard(uid);
  const capture = await dashboard.record('Heap');
  await capture.ready();
  await capture.fill(almost);
  await capture.save.click();
  await capture.saved();
  await capture.open();
  const nearMiss = new NearMissView(page);
  await nearMiss.main.waitFor();
  await call('DELETE', `/api/dashboards/uid/${uid}`);
  await page.reload();
  await expect(nearMiss.main.getByText(almost).filter({ visible: true }).first()).toBeVisible();
  await expect(nearMiss.graph.locator('.u-over')).toBeVisible();
  await nearMiss.unfold('Facts');
  await expect(nearMiss.main.getByText(/no longer there/)).toBeVisible();
});
