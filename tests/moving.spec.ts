import type { Page } from '@playwright/test';
import { encodeEntry } from '../src/domain/codec/encodeEntry';
import { routes } from '../src/routes';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { httpAnnotations } from '../src/storage/annotations/httpAnnotations';
import { anEntry, aRecord, A_SOURCE } from '../src/testing/builders/builders';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { valueIn } from '../src/testing/grafana/valueIn';
import { expect, test } from './fixtures';
import { call, url } from './host';
import { NearMissView } from './views/NearMissView';
import type { World } from './world';
import { newId } from '../src/domain/record/id';
import { changeIn, recordIn, shareIn } from '../src/testing/hosts/writeTo';

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';
const ADMIN = (process.env.GRAFANA_ADMIN ?? 'admin:admin').split(':')[0];
const ID = newId();

interface Settings {
  jsonData?: { journals?: Array<{ title: string }> };
  pinned?: boolean;
}

interface Stored {
  id: number;
  dashboardUID?: string;
  login: string;
  tags: string[];
}

/** Everything of the near miss but its marker, each once: Grafana gives some twice. */
async function stored(): Promise<Stored[]> {
  const found = (await call('GET', `/api/annotations?tags=nm:${ID}&limit=100`)) as Stored[];
  const parts = found.filter(({ tags }) => !tags.includes('near-miss-marker'));
  return [...new Map(parts.map((part) => [part.id, part])).values()];
}

/** A near miss of a team of its own, with a change, an edited answer and one that somebody changed outside. */
async function aNearMiss(world: World, title: string): Promise<void> {
  const { login, password } = world.users.editor;
  const port = httpAnnotations(nodeSend(url, `${login}:${password}`));
  const store = createNearMissStore(port, { link: routes.nearMiss });
  const source = { ...A_SOURCE, dashboardUid: world.checkout, panelId: 1 };
  valueIn(await recordIn(store, aRecord({ id: ID, title, team: title, source }), { kind: 'organization' }));
  const { nearMiss } = valueIn(await store.read(ID));
  valueIn(await changeIn(store, nearMiss, { status: 'discussed' }));
  const entry = anEntry({ id: newId(), nearMiss: ID, text: 'Words of the first version.' });
  valueIn(await shareIn(store, entry));
  valueIn(await shareIn(store, { ...entry, id: newId(), text: 'Words of the edit.', replaces: entry.id }));
  const outside = anEntry({ id: newId(), nearMiss: ID, question: 'q2', text: 'Words from outside.' });
  const posted = valueIn(await port.post(encodeEntry(outside, nearMiss, '')));
  await call('PATCH', `/api/annotations/${posted}`, { text: encodeEntry(outside, nearMiss, '').text });
}

/** Only the viewer may edit the folder, so the colleague does not see what is in it. */
async function makeJournal(page: Page, world: World, title: string) {
  const uid = `${world.prefix}-moving`;
  await call('POST', '/api/folders', { uid, title: uid });
  await call('POST', `/api/folders/${uid}/permissions`, {
    items: [{ userId: world.users.viewer.id, permission: 2 }],
  });
  await page.goto('/plugins/resilience-nearmiss-app?page=configuration');
  await page.getByLabel('Folder', { exact: false }).first().fill(uid);
  await page.getByLabel('Name of the journal').fill(title);
  await page.getByRole('button', { name: 'Make the journal' }).click();
  await expect(page.getByText('The journal is ready')).toBeVisible();
}

async function move(page: Page, team: string, from: string | RegExp, to: string | RegExp) {
  const choose = async (legend: string, name: string | RegExp) =>
    page.getByRole('group', { name: legend }).getByText(name).first().click();
  await choose('Where are they now?', from);
  await page.getByLabel('Team (empty: all)').fill(team);
  await choose('Where are they to go?', to);
  await page.getByRole('button', { name: 'Move 1 near miss' }).click();
  await expect(page.getByText('1 near miss was moved.')).toBeVisible();
}

// The copies are the admin’s: nothing else would take them away.
test.afterAll(async () => {
  const { jsonData = {}, pinned = false } = (await call('GET', SETTINGS)) as Settings;
  const { prefix } = JSON.parse(process.env.NEAR_MISS_WORLD ?? 'null') as World;
  const journals = (jsonData.journals ?? []).filter(({ title }) => !title.startsWith(`${prefix} moved`));
  await call('POST', SETTINGS, { enabled: true, pinned, jsonData: { ...jsonData, journals } });
  for (const { id } of await stored()) {
    await call('DELETE', `/api/annotations/${id}`);
  }
});

test.describe('by an admin', () => {
  test.use({ role: 'admin' });

  test('a team’s near miss moves into a journal and out again, with all that was added to it', async ({
    page,
    world,
    openAs,
    recordOne,
  }) => {
    const title = `${world.prefix} moved`;
    await aNearMiss(world, title);
    await recordOne('stays');
    const colleague = await openAs('colleague');
    const theirs = colleague.getByTestId('near-miss-item').filter({ hasText: title });
    // The list draws the rows in sight, so what is looked for is searched for.
    const lookFor = (words: string) => colleague.goto(`${routes.list}?q=${encodeURIComponent(words)}`);
    await lookFor(title);
    await expect(theirs).toHaveCount(1);

    await makeJournal(page, world, `${title} here`);
    await page.getByRole('button', { name: 'Choose what to move' }).click();
    await move(page, title, 'The organization', `${title} here`);
    const [first, ...rest] = await stored();
    expect(rest).toHaveLength(4);
    expect(rest.every(({ dashboardUID }) => dashboardUID === first?.dashboardUID)).toBe(true);
    expect(first?.dashboardUID).toBeTruthy();
    await lookFor(`stays ${world.prefix}`);
    await expect(colleague.getByTestId('near-miss-item').filter({ hasText: 'stays' }).first()).toBeVisible();
    await lookFor(title);
    await expect(colleague.getByText(/^0 of \d+ near miss/)).toBeVisible();
    await expect(theirs).toHaveCount(0);

    const view = new NearMissView(await page.context().newPage());
    await view.goto(ID);
    const copied = `copied by ${ADMIN}, first written by ${world.users.editor.login}`;
    await expect(view.main.getByText('Words of the edit.')).toBeVisible();
    await expect(view.main.getByText('Words of the first version.')).toHaveCount(0);
    await expect(view.part('What led somebody').getByText(copied)).toBeVisible();
    await expect(view.part('Who else on the team').getByText(/changed outside Near Miss/)).toBeVisible();
    await expect(view.main.getByText('Discussed').first()).toBeVisible();

    await move(page, title, `${title} here`, 'The organization');
    expect(await stored()).toHaveLength(5);
    expect((await stored()).filter(({ dashboardUID }) => dashboardUID)).toEqual([]);
    await colleague.reload();
    await expect(theirs).toHaveCount(1);
    await view.page.reload();
    await expect(view.part('What led somebody').getByText(copied)).toBeVisible();
  });
});
