import { expect, test } from './fixtures';
import { NearMissView } from './views/NearMissView';
import { severalValuesDashboard } from './world';

const SEVERAL = ['cart', 'payments'];

test('leads back to every value of a variable, at the same time, in the organization', async ({
  page,
  world,
  openDashboard,
}) => {
  const query = [...SEVERAL.map((value) => ['var-service', value]), ['from', 'now-3h'], ['to', 'now']];
  const dashboard = await openDashboard(await severalValuesDashboard(world), query);
  const capture = await dashboard.record('Heap');
  await capture.ready();
  await capture.along().click();
  await expect(capture.form.getByText(/service=cart \+ payments/)).toBeVisible();
  await capture.fill(`Two values (${world.prefix})`);
  await capture.save.click();
  await capture.saved();
  await capture.open();
  await new NearMissView(page).unfold('Facts');
  await page.getByRole('link', { name: / \/ Heap$/ }).click();
  await expect(page).toHaveURL(/\/d\//);
  const address = new URL(page.url()).searchParams;
  expect(address.getAll('var-service')).toEqual(SEVERAL);
  expect(Number(address.get('orgId'))).toBeGreaterThan(0);
  // Once more with the panel's shift this is what was seen, so it ends now.
  const [from, to] = ['from', 'to'].map((name) => new Date(millisecondsOr(address.get(name))).getTime());
  expect((to ?? 0) - (from ?? 0)).toBeGreaterThan(2.9 * 3_600_000);
  expect(Math.abs((to ?? 0) - Date.now())).toBeLessThan(3_600_000);
});

/** Grafana writes an absolute time of an address in its own way again. */
function millisecondsOr(text: string | null): number | string {
  return /^\d+$/.test(text ?? '') ? Number(text) : (text ?? '');
}
