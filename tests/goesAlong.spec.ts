import { call } from './host';
import { expect, test } from './fixtures';
import type { CaptureView } from './views/CaptureView';
import { NearMissView } from './views/NearMissView';
import { copyOfCheckout, renewRights, type World } from './world';

const EDIT = 2;

/** The dashboard with graphs in a folder that only the editor may open; its uid. */
async function hiddenDashboard(world: World): Promise<string> {
  const folder = `${world.prefix}-hidden`;
  const { editor, viewer } = world.users;
  await call('POST', '/api/folders', { uid: folder, title: folder });
  await call('POST', `/api/folders/${folder}/permissions`, { items: [{ userId: editor.id, permission: EDIT }] });
  const uid = await copyOfCheckout(world, 'secret', folder);
  await Promise.all([editor, viewer].map(renewRights));
  return uid;
}

async function saveAs(capture: CaptureView, almost: string): Promise<string> {
  await capture.fill(almost);
  await capture.save.click();
  await capture.saved();
  const address = await capture.page.getByRole('link', { name: 'Open the near miss' }).getAttribute('href');
  return address?.split('/').at(-1) ?? '';
}

async function storedText(id: string): Promise<string> {
  const found = (await call('GET', `/api/annotations?tags=near-miss&tags=nm:${id}&limit=10`)) as object[];
  expect(found).toHaveLength(1);
  return JSON.stringify(found[0]);
}

test('shows a reader without View on the dashboard what the recorder let go along, and no more', async ({
  world,
  openDashboard,
  openAs,
}) => {
  const uid = await hiddenDashboard(world);
  const dashboard = await openDashboard(uid);
  let capture = await dashboard.record('Heap');
  await capture.ready();
  await capture.along().click();
  await expect(capture.form.getByText(/^With your words go a link to the panel, the names of/)).toBeVisible();
  await capture.form.getByText('the measured values', { exact: true }).click();
  await capture.form.getByText('the query, with its data source', { exact: true }).click();
  const bare = await saveAs(capture, `Nothing but names (${world.prefix})`);
  capture = await (await openDashboard(uid)).record('Heap');
  await capture.ready();
  const whole = await saveAs(capture, `With values and query (${world.prefix})`);

  const withheld = await storedText(bare);
  expect(withheld).toContain(uid);
  for (const part of ['grafana-testdata-datasource', '\\"min\\":', '\\"times\\":']) {
    expect(withheld).not.toContain(part);
    expect(await storedText(whole)).toContain(part);
  }

  const { login, password } = world.users.viewer;
  await expect(call('GET', `/api/dashboards/uid/${uid}`, undefined, `${login}:${password}`)).rejects.toThrow(/: 403/);
  const reader = new NearMissView(await openAs('viewer'));
  await reader.goto(bare);
  await reader.unfold('Facts');
  await expect(reader.main.getByText('(you may not open this dashboard)')).toBeVisible();
  await expect(reader.graph).toHaveCount(0);
  await reader.goto(whole);
  await reader.unfold('Facts');
  await expect(
    reader.main.getByText(/you may not open this dashboard; the graph above is the frozen copy/)
  ).toBeVisible();
  await expect(reader.graph.locator('.u-over')).toBeVisible();
  await expect(reader.main.locator(`a[href*="${uid}"]`)).toHaveCount(0);
});
