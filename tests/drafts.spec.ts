import { expect, test } from './fixtures';
import { call } from './host';
import type { World } from './world';

/** As people make it with Ctrl-drag on a graph, or a job with curl. */
async function makeDraft(world: World, words: string): Promise<number> {
  const { login, password } = world.users.editor;
  const timeEnd = Date.now() - 10 * 60_000;
  const draft = { dashboardUID: world.checkout, panelId: 1, time: timeEnd - 40 * 60_000, timeEnd, text: words };
  const made = (await call(
    'POST',
    '/api/annotations',
    { ...draft, tags: ['near-miss', 'service:cart'] },
    `${login}:${password}`
  )) as { id: number };
  return made.id;
}

test('completes a draft: list, panel, form, record and marker', async ({ page, world, openDashboard }) => {
  const words = `Heap climbing, somebody marked it (${world.prefix})`;
  const id = await makeDraft(world, words);

  await page.goto(`/d/${world.panel}`);
  // Grafana mounts them one by one, in no order.
  await expect(page.getByTestId('near-miss-panel')).toHaveCount(3);
  const panel = page.getByTestId('near-miss-panel').first();
  await panel.getByText(/drafts? to complete/).click();
  await expect(panel.getByRole('link', { name: `Complete “${words}”` })).toBeVisible();

  await page.goto('/a/resilience-nearmiss-app/list');
  await page.getByRole('link', { name: `Complete ${words}` }).click();
  await expect(page.getByLabel('What almost happened?')).toHaveValue(words);
  await expect(page.getByText('The graph itself is not kept from here')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Services/ })).toHaveValue('cart');
  await page.getByText('Person', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The near miss is recorded.')).toBeVisible();

  const marker = (await call('GET', `/api/annotations/${id}`)) as { tags: string[] };
  expect(marker.tags).toContain('near-miss-marker');
  expect(marker.tags).not.toContain('near-miss');
  await page.getByRole('link', { name: 'Open the near miss' }).click();
  await expect(page.getByTestId('near-miss-page').getByText(words).filter({ visible: true }).first()).toBeVisible();

  await page.goto('/a/resilience-nearmiss-app/list');
  await expect(page.getByTestId('near-miss-item').filter({ hasText: words })).toBeVisible();
  await expect(page.getByRole('link', { name: `Complete ${words}` })).toHaveCount(0);
  const dashboard = await openDashboard(world.checkout);
  await expect(dashboard.markers('Heap').first()).toBeVisible();
});

test('finishes a draft whose marker failed, with one record', async ({ page, world }) => {
  const words = `Marker lost on the way (${world.prefix})`;
  const id = await makeDraft(world, words);
  await page.goto(`/a/resilience-nearmiss-app/draft/${id}`);
  await page.getByText('Person', { exact: true }).click();
  await page.route(`**/api/annotations/${id}`, (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 403, json: { message: 'no' } }) : route.fallback()
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/its marker on the graph was refused/)).toBeVisible();
  await page.unroute(`**/api/annotations/${id}`);

  await page.reload();
  await page.getByRole('button', { name: 'Turn the draft into the marker' }).click();
  await expect(page.getByText('Done: the draft is the marker of its near miss')).toBeVisible();
  await page.goto('/a/resilience-nearmiss-app/list');
  await expect(page.getByTestId('near-miss-item').filter({ hasText: words })).toHaveCount(1);
  await expect(page.getByRole('link', { name: `Complete ${words}` })).toHaveCount(0);
});

test('keeps the words when saving fails, and finds them again', async ({ page, world }) => {
  const id = await makeDraft(world, `First words (${world.prefix})`);
  const words = `Better words, typed while the server was away (${world.prefix})`;
  await page.goto(`/a/resilience-nearmiss-app/draft/${id}`);
  await page.getByLabel('What almost happened?').fill(words);
  await page.getByText('Luck', { exact: true }).click();
  await page.route('**/api/annotations', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 403, json: { message: 'no' } }) : route.fallback()
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved yet. Everything you entered is still here.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What almost happened?')).toHaveValue(words);
  await page.unroute('**/api/annotations');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The near miss is recorded.')).toBeVisible();
});

test.describe('as a viewer', () => {
  test.use({ role: 'viewer' });

  test('says before the first word that saving is not theirs', async ({ page, world }) => {
    const id = await makeDraft(world, `For a viewer (${world.prefix})`);
    await page.goto(`/a/resilience-nearmiss-app/draft/${id}`);
    await expect(page.getByText('You do not have the right to save a near miss here.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  });
});
