import type { Page } from '@playwright/test';
import { testIds } from '../src/components/testIds';
import { expect, test } from './fixtures';

test.use({ role: 'admin' });

const shot = (page: Page, name: string) => page.screenshot({ path: `docs/img/${name}.png`, animations: 'disabled' });

for (const theme of ['dark', 'light']) {
  test(`pictures (${theme})`, async ({ page, openDashboard }) => {
    const dashboard = await openDashboard('checkout-service', { theme });
    await expect(dashboard.markers('Heap').first()).toBeVisible();
    await shot(page, `graph-${theme}`);

    const capture = await dashboard.record('Heap');
    await capture.ready();
    await expect(capture.sentence).toBeVisible();
    await shot(page, `modal-${theme}`);

    await page.goto(`/d/near-misses?theme=${theme}`);
    await page.getByTestId(testIds.item).first().waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, `panel-${theme}`);

    await page.goto(`/a/resilience-nearmiss-app/list?theme=${theme}`);
    await page.getByTestId(testIds.item).first().waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, `list-${theme}`);

    const cart = page.getByRole('link', { name: 'Cart heap climbed without a single dip' }).first();
    await page.goto(`${await cart.getAttribute('href')}?theme=${theme}`);
    await expect(page.getByTestId(testIds.graph).locator('.u-over')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await shot(page, `near-miss-${theme}`);

    await page.goto(`/a/resilience-nearmiss-app/insights?period=365d&theme=${theme}`);
    await page.getByRole('heading', { name: /^How much time was left/ }).waitFor();
    await shot(page, `insights-${theme}`);
  });
}
