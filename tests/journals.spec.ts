import type { Page } from '@playwright/test';
import { call } from './host';
import { expect, test } from './fixtures';
import type { World } from './world';

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';
const CONFIGURATION = '/plugins/resilience-nearmiss-app?page=configuration';

interface Settings {
  jsonData?: { journals?: Array<{ folderUid: string; dashboardUid: string }> };
  pinned?: boolean;
}

let before: Settings;
test.beforeAll(async () => {
  before = (await call('GET', SETTINGS)) as Settings;
});
test.afterAll(async () => {
  const { jsonData = {}, pinned = false } = before;
  await call('POST', SETTINGS, { enabled: true, pinned, jsonData: { journals: [], teams: [], ...jsonData } });
});

/** A folder of its own, so that other specs go on writing to the organization; only the viewer may edit it. */
async function teamFolder(world: World, name: string): Promise<string> {
  const uid = `${world.prefix}-${name}`;
  await call('POST', '/api/folders', { uid, title: uid });
  await call('POST', `/api/folders/${uid}/permissions`, {
    items: [{ userId: world.users.viewer.id, permission: 2 }],
  });
  return uid;
}

/** The dashboard with graphs, in a folder inside that folder. */
async function dashboardBelow(world: World, folder: string): Promise<string> {
  const below = `${folder}-below`;
  await call('POST', '/api/folders', { uid: below, title: below, parentUid: folder });
  const { dashboard } = (await call('GET', `/api/dashboards/uid/${world.checkout}`)) as { dashboard: object };
  const uid = `${folder}-graphs`;
  await call('POST', '/api/dashboards/db', {
    dashboard: { ...dashboard, id: null, uid, title: uid },
    folderUid: below,
  });
  return uid;
}

async function makeJournal(page: Page, folder: string, team: string, title: string) {
  await page.goto(CONFIGURATION);
  await page.getByLabel('Folder', { exact: false }).first().fill(folder);
  await page.getByLabel('Team (may be empty)').fill(team);
  await page.getByLabel('Name of the journal').fill(title);
  await page.getByRole('button', { name: 'Make the journal' }).click();
}

test.describe('made by an admin', () => {
  test.use({ role: 'admin' });

  test('a journal takes what a viewer with Edit on its folder records in a folder below', async ({
    page,
    world,
    openAs,
    recordOne,
  }) => {
    const folder = await teamFolder(world, 'team');
    const graphs = await dashboardBelow(world, folder);
    const title = `${world.prefix} journal`;
    const team = `${world.prefix} team`;
    await makeJournal(page, folder, team, title);
    await expect(page.getByText('The journal is ready')).toBeVisible();
    const item = page.getByRole('list', { name: 'Journals' }).getByRole('listitem').filter({ hasText: title });
    await expect(item).toContainText(`Team: ${team}.`);
    await expect(item).toContainText(world.users.viewer.login);
    await expect(item).not.toContainText('everybody');

    const { jsonData } = (await call('GET', SETTINGS)) as Settings;
    const uid = jsonData?.journals?.find(({ folderUid }) => folderUid === folder)?.dashboardUid ?? '';
    const viewer = world.users.viewer;
    // As somebody else's browser would: the viewer, who may write nowhere else, on a dashboard two folders down.
    const theirs = await openAs('viewer');
    const made = (await call(
      'POST',
      '/api/annotations',
      {
        dashboardUID: graphs,
        panelId: 1,
        time: Date.now() - 60_000,
        timeEnd: Date.now(),
        text: title,
        tags: ['near-miss'],
      },
      `${viewer.login}:${viewer.password}`
    )) as { id: number };
    await theirs.goto(`/a/resilience-nearmiss-app/draft/${made.id}`);
    await expect(theirs.getByRole('radio', { name: new RegExp(title) })).toBeChecked();
    await theirs.getByText('Person', { exact: true }).click();
    await theirs.getByRole('button', { name: 'Save' }).click();
    await expect(theirs.getByText('The near miss is recorded.')).toBeVisible();

    const kept = (await call('GET', `/api/annotations?dashboardUID=${uid}&tags=near-miss&limit=10`)) as unknown[];
    expect(kept).toHaveLength(1);
    // Who may not view the folder does not see that there is one.
    await recordOne('for everybody');
    const colleague = await openAs('colleague');
    await colleague.goto('/a/resilience-nearmiss-app/list');
    await expect(colleague.getByTestId('near-miss-item').first()).toBeVisible();
    await expect(colleague.getByText(title)).toHaveCount(0);
  });

  test('offers the journal in the modal of a dashboard whose folder is mapped', async ({
    page,
    world,
    openDashboard,
  }) => {
    const folder = await teamFolder(world, 'modal');
    const graphs = await dashboardBelow(world, folder);
    const title = `${world.prefix} modal journal`;
    await makeJournal(page, folder, '', title);
    await expect(page.getByText('The journal is ready')).toBeVisible();
    const dashboard = await openDashboard(graphs);
    const capture = await dashboard.record('Heap');
    await capture.ready();
    await capture.along().click();
    await expect(capture.form.getByRole('radio', { name: new RegExp(title) })).toBeChecked();
  });

  test('refuses a dashboard that provisioning owns', async ({ page }) => {
    await makeJournal(page, 'General services', '', 'Near misses');
    await expect(page.getByText('That dashboard cannot be a journal')).toBeVisible();
    const { jsonData } = (await call('GET', SETTINGS)) as Settings;
    expect(jsonData?.journals ?? []).not.toContainEqual(expect.objectContaining({ dashboardUid: 'near-misses' }));
  });

  test('says that a journal is gone, and stops sending near misses there', async ({ page, world }) => {
    const folder = await teamFolder(world, 'gone');
    const title = `${world.prefix} gone`;
    await makeJournal(page, folder, '', title);
    await expect(page.getByText('The journal is ready')).toBeVisible();
    const { jsonData } = (await call('GET', SETTINGS)) as Settings;
    const uid = jsonData?.journals?.find(({ folderUid }) => folderUid === folder)?.dashboardUid ?? '';
    await call('DELETE', `/api/dashboards/uid/${uid}`);
    await page.reload();
    const item = page.getByRole('list', { name: 'Journals' }).getByRole('listitem').filter({ hasText: title });
    await expect(item.getByText('This dashboard was deleted')).toBeVisible();
    await item.getByRole('button', { name: `Send no more near misses to ${title}` }).click();
    await expect(item).toHaveCount(0);
  });
});

test.describe('where nothing may be written', () => {
  test.use({ role: 'viewer' });

  test('a viewer gets a sentence for their admin', async ({ page, world }) => {
    await page.goto('/a/resilience-nearmiss-app/record');
    // There may be journals by now, and the form begins with one of them.
    const everybody = page.getByRole('radio', { name: /^Everybody in this organization/ });
    await everybody
      .or(page.getByText(/To be able to save/))
      .first()
      .waitFor();
    if (await everybody.isVisible()) {
      await everybody.check({ force: true });
    }
    await expect(page.getByText(/To be able to save, send this to an administrator/)).toContainText(
      `Please give me (${world.users.viewer.login}) a place to record near misses`
    );
    await expect(page.getByRole('button', { name: 'Copy the request' })).toBeVisible();
  });
});
