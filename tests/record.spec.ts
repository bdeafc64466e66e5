import { expect, test } from './fixtures';
import { NearMissView } from './views/NearMissView';

test('records a near miss by mouse, and shows it on the graph, in the panel, in the list and on its page', async ({
  page,
  world,
  checkout,
  openDashboard,
}) => {
  const almost = `The cart would have been killed in the evening peak (${world.prefix} mouse)`;
  const dashboard = await openDashboard(checkout);
  const capture = await dashboard.record('Heap');
  await capture.ready();
  await expect(capture.sentence).toBeVisible();
  const proposed = await capture.from().inputValue();
  await capture.drag(0.2, 0.4);
  await expect(capture.from()).not.toHaveValue(proposed);
  await capture.fill(almost);
  await capture.save.click();
  await capture.saved();
  // Behind the modal, without a reload.
  await expect(dashboard.markers('Heap').first()).toBeVisible();
  await capture.open();

  const nearMiss = new NearMissView(page);
  await expect(nearMiss.main.getByText(almost).filter({ visible: true }).first()).toBeVisible();
  await expect(nearMiss.graph.locator('.u-over')).toBeVisible();
  await expect(nearMiss.main.getByRole('region', { name: /^What led somebody to look there/ })).toBeVisible();

  await page.goto(`/a/resilience-nearmiss-app/list?q=${encodeURIComponent(almost)}`);
  await expect(page.getByTestId('near-miss-item').filter({ hasText: almost })).toBeVisible();

  await page.goto(`/d/${world.panel}`);
  await expect(page.getByTestId('near-miss-item').filter({ hasText: almost }).first()).toBeVisible();

  const again = await openDashboard(checkout);
  await expect(again.markers('Heap').first()).toBeVisible();
});

test('records a near miss by keyboard only', async ({ page, world, checkout, openDashboard }) => {
  const dashboard = await openDashboard(checkout);
  const { capture } = await dashboard.recordByKeys('Queue');
  await capture.ready();
  // The modal opens with the focus on what cannot wait; the words come soon after it.
  await expect(capture.keep).toBeFocused();
  for (
    let presses = 0;
    presses < 12 && !(await capture.almost.evaluate((area) => area === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(capture.almost).toBeFocused();
  await page.keyboard.type(`Orders would have been refused (${world.prefix} keys)`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await capture.saved();
});

test('keeps a graph without a word, four clicks from the panel', async ({ page, checkout, openDashboard }) => {
  // Counted where they arrive: the menu, on Grafana 12 its submenu, the entry, and the button.
  await page.addInitScript(() => {
    window.addEventListener(
      'click',
      (event) =>
        event.isTrusted && sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks')) + 1)),
      true
    );
  });
  const dashboard = await openDashboard(checkout);
  await dashboard.forgetClicks();
  const capture = await dashboard.record('Disk');
  await capture.ready();
  await capture.keep.click();
  await expect(page.getByText(/The graph is kept/)).toBeVisible();
  expect(await page.evaluate(() => Number(sessionStorage.getItem('clicks')))).toBeLessThanOrEqual(4);

  await page.goto('/a/resilience-nearmiss-app/list');
  const yours = page.getByRole('list', { name: 'Yours to finish' });
  await expect(yours.getByTestId('near-miss-item').first()).toBeVisible();
});

test('offers the calculated and renamed series under the name that the panel shows', async ({
  checkout,
  openDashboard,
}) => {
  const dashboard = await openDashboard(checkout);
  const capture = await dashboard.record('Disk filled');
  await capture.ready();
  await expect(capture.sentence).toContainText('checkout disk filled');
  await expect(capture.limit()).toHaveValue(/95\s?%/);
});

test('says what is missing, and keeps what was typed when the modal closes by accident', async ({
  page,
  world,
  checkout,
  openDashboard,
}) => {
  const words = `Typed before the backdrop was hit (${world.prefix})`;
  const dashboard = await openDashboard(checkout);
  const capture = await dashboard.record('Old generation');
  await capture.ready();
  await capture.save.click();
  await expect(capture.form.getByText('Say in a sentence what almost happened.')).toBeVisible();
  await capture.almost.fill(words);
  await page.keyboard.press('Escape');
  await expect(capture.form).toBeHidden();

  const again = await dashboard.record('Old generation');
  await again.ready();
  await expect(again.almost).toHaveValue(words);
});
