import AxeBuilder from '@axe-core/playwright';
import { testIds } from '../src/components/testIds';
import { routes } from '../src/routes';
import { expect, test } from './fixtures';

test('opens the filters of the list on a phone by one button, and fits there', async ({ page, world, recordOne }) => {
  await recordOne('on a phone');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${routes.list}?q=${world.prefix}&kind=trend&period=90d`);
  const bar = page.getByRole('search', { name: 'Search and filter' });
  const period = bar.getByRole('combobox', { name: 'Period' });
  await expect(bar.getByRole('textbox', { name: 'Search' })).toHaveValue(world.prefix);
  await expect(period).toBeHidden();
  await bar.getByRole('button', { name: 'Filter (2)' }).click();
  await expect(period).toHaveValue('Last 90 days');
  await bar.getByRole('button', { name: 'Kind Trend' }).click();
  await expect(bar.getByRole('checkbox', { name: /^Trend \(\d+\)$/ })).toBeChecked();
  const { violations } = await new AxeBuilder({ page })
    .include(`[data-testid="${testIds.list}"]`)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('narrows the list to a time that the address holds, and clears it', async ({ page, world, recordOne }) => {
  await recordOne('of its time');
  await page.goto(`${routes.list}?team=nobody-${world.prefix}&period=1999-01-01..1999-12-31`);
  await expect(page.getByText(/^0 of \d+ near misse?s?\.$/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel('First day')).toHaveValue('1999-01-01');
  const scope = `?team=nobody-${world.prefix}&period=1999-01-01..1999-12-31`;
  await expect(page.getByRole('link', { name: 'Insights', exact: true }).last()).toHaveAttribute(
    'href',
    new RegExp(`${routes.insights}${scope.replace(/[.?]/g, '\\$&')}$`)
  );
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(page.getByTestId(testIds.item).first()).toBeVisible();
  await expect(page).toHaveURL(/\/list$|\/list\?(?!.*period)/);
});
