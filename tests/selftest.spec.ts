import type { Page } from '@playwright/test';
import { call } from './host';
import { expect, test } from './fixtures';
import type { World } from './world';
import { newId } from '../src/domain/record/id';

test.use({ role: 'admin' });

const CONFIGURATION = '/plugins/resilience-nearmiss-app?page=configuration';
const CHECKS = [
  'Rights',
  'Writing, reading, changing, deleting',
  'What happened long ago',
  'The longest text',
  'The most tags',
  'What is stored',
  'What Grafana deletes by itself',
  'Twins',
  'Markers without a near miss',
  'What only looks like a marker',
  'Near misses without a marker',
  'Changes and entries without a near miss',
  'Near misses that outlived their dashboard',
  'Test annotations',
];

async function annotationsTagged(...tags: string[]): Promise<Array<{ id: number; text: string }>> {
  const query = new URLSearchParams([['limit', '1000'], ...tags.map((tag) => ['tags', tag])]);
  return (await call('GET', `/api/annotations?${query}`)) as Array<{ id: number; text: string }>;
}

const markersOf = (id: string) => annotationsTagged('near-miss-marker', `nm:${id}`);

/** A marker of a near miss that does not exist, by the editor; the id it names. */
async function orphanMarker({ checkout, users }: World): Promise<string> {
  const id = newId();
  const { login, password } = users.editor;
  const time = Date.now() - 600_000;
  const tags = ['near-miss-marker', `nm:${id}`];
  const body = {
    dashboardUID: checkout,
    panelId: 1,
    time,
    timeEnd: time + 300_000,
    text: `Near miss: leads nowhere (${id}), open. <a href="/a/resilience-nearmiss-app/nm/${id}">Open near miss</a>`,
    tags,
  };
  await call('POST', '/api/annotations', body, `${login}:${password}`);
  return id;
}

async function runSelfTest(page: Page) {
  await page.goto(CONFIGURATION);
  const section = page.getByRole('region', { name: 'Self-test' });
  await section.getByRole('button', { name: 'Run the self-test' }).click();
  await expect(section.getByText(/^Done\./)).toBeVisible({ timeout: 120_000 });
  const results = section.getByRole('list', { name: 'Results of the self-test' });
  const item = (title: string) =>
    results.locator(':scope > li').filter({ has: page.getByText(title, { exact: true }) });
  return { section, item };
}

test('tells an admin all is well, repairs two markers, and leaves nothing behind', async ({
  page,
  world,
  recordOne,
}) => {
  const id = await recordOne('self-test');
  for (const marker of await markersOf(id)) {
    await call('DELETE', `/api/annotations/${marker.id}`);
  }
  const nowhere = await orphanMarker(world);
  const { section, item } = await runSelfTest(page);
  for (const title of CHECKS) {
    await expect(item(title)).toBeVisible();
  }
  for (const title of CHECKS.slice(1, 5)) {
    await expect(item(title)).toContainText('Fine');
  }
  await expect(item('Rights')).toContainText('You may write to the organization.');
  await expect(item('Test annotations')).toContainText('Nothing of this run is left.');
  expect(await annotationsTagged('near-miss-selftest')).toEqual([]);

  const orphans = item('Markers without a near miss');
  await expect(orphans).toContainText('Look at this');
  const orphan = orphans.getByRole('listitem').filter({ hasText: nowhere });
  await orphan.getByRole('button', { name: 'Remove this marker' }).click();
  await expect(orphans.getByText(/^Removed \d+ marker/)).toBeVisible();
  expect(await markersOf(nowhere)).toEqual([]);

  const missing = item('Near misses without a marker');
  await expect(missing).toContainText('Look at this');
  await missing.getByRole('button', { name: 'Make this marker' }).first().click();
  await expect(missing.getByText(/^Made \d+ marker/)).toBeVisible();
  expect(await markersOf(id)).toHaveLength(1);
  await expect(section.getByRole('button', { name: 'Copy the result' })).toBeVisible();
});

test('can be stopped while it writes, and still leaves nothing', async ({ page }) => {
  await page.route('**/api/annotations', async (route) => {
    if (route.request().method() === 'POST') {
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    await route.fallback();
  });
  await page.goto(CONFIGURATION);
  const section = page.getByRole('region', { name: 'Self-test' });
  await section.getByRole('button', { name: 'Run the self-test' }).click();
  await section.getByRole('button', { name: 'Stop' }).click();
  await expect(section.getByText('Stopped. Here is what was looked at.')).toBeVisible();
  await expect(section.getByText('Nothing of this run is left.')).toBeVisible();
  await expect(section.getByText('What is stored')).toHaveCount(0);
  expect(await annotationsTagged('near-miss-selftest')).toEqual([]);
});

test.describe('for an editor', () => {
  test.use({ role: 'editor' });

  test('there is no self-test', async ({ page }) => {
    await page.goto(CONFIGURATION);
    await expect(page.getByRole('button', { name: 'Run the self-test' })).toHaveCount(0);
  });
});
