import { expect, test } from './fixtures';

test('records a near miss without a graph', async ({ page, world }) => {
  const almost = `Every card payment cut off after 30 ms (${world.prefix} diff)`;
  await page.goto('/a/resilience-nearmiss-app/record');
  await page.getByRole('radio', { name: 'Change' }).check({ force: true });
  await page.getByLabel('What almost happened?').fill(almost);
  await page.getByText('Review', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The near miss is recorded.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the near miss' }).click();
  await expect(page.getByTestId('near-miss-page').getByText(almost).filter({ visible: true }).first()).toBeVisible();
});

// Another person than above: what one leaves unsaved is offered to the same one on the same page.
test.describe('by a colleague', () => {
  test.use({ role: 'colleague' });

  test('asks who is to read an exposure before it is stored anywhere', async ({ page, world }) => {
    await page.goto('/a/resilience-nearmiss-app/record');
    await page.getByRole('radio', { name: 'Exposure' }).check({ force: true });
    await page
      .getByLabel('What almost happened?')
      .fill(`An unpatched package, reachable from outside (${world.prefix})`);
    await page.getByText('Review', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Choose who will read it.')).toBeVisible();
  });
});
