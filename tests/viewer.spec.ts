import { expect, test } from './fixtures';
import { NearMissView } from './views/NearMissView';

test.use({ role: 'viewer' });

test('tells a viewer before the first word that saving is not theirs, and how to pass it on', async ({
  checkout,
  openDashboard,
}) => {
  const dashboard = await openDashboard(checkout);
  const capture = await dashboard.record('Heap');
  await expect(capture.form.getByText('You do not have the right to save a near miss here.')).toBeVisible();
  await expect(capture.form.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
  await expect(capture.keep).toBeDisabled();
  await expect(capture.save).toBeDisabled();
});

test('lets a viewer read a near miss and its answers', async ({ page, recordOne }) => {
  const id = await recordOne('for viewers');
  const nearMiss = new NearMissView(page);
  await nearMiss.goto(id);
  await expect(page.getByRole('heading', { name: /for viewers/ }).first()).toBeVisible();
  await expect(page.getByText('You can read this near miss, but not add to it')).toBeVisible();
  await expect(nearMiss.main.getByRole('button', { name: 'Share' })).toHaveCount(0);
});
