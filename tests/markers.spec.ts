import { call } from './host';
import { expect, test } from './fixtures';
import { copyOfCheckout } from './world';
import { NearMissView } from './views/NearMissView';

test('a marker that was deleted is made again from the near miss, and drawn', async ({
  page,
  world,
  openDashboard,
}) => {
  const uid = await copyOfCheckout(world, 'marked');
  const almost = `Its marker was deleted (${world.prefix})`;
  const dashboard = await openDashboard(uid);
  const capture = await dashboard.record('Heap');
  await capture.ready();
  await capture.fill(almost);
  await capture.save.click();
  await capture.saved();
  await capture.open();
  const nearMiss = new NearMissView(page);
  await nearMiss.main.waitFor();
  const again = nearMiss.main.getByRole('button', { name: 'Make the marker again' });
  await nearMiss.unfold('Facts');
  await expect(nearMiss.main.getByText('Seen on')).toBeVisible();
  await expect(again).toHaveCount(0);

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const path = `/api/annotations?tags=near-miss-marker&tags=${encodeURIComponent(`nm:${id}`)}`;
  const markers = async () => (await call('GET', path)) as Array<{ id: number }>;
  for (const marker of await markers()) {
    await call('DELETE', `/api/annotations/${marker.id}`);
  }
  const unmarked = await openDashboard(uid);
  await expect(unmarked.panel('Heap').locator.locator('canvas').first()).toBeVisible();
  await expect(unmarked.markers('Heap')).toHaveCount(0);
  await nearMiss.goto(id);
  await nearMiss.unfold('Facts');
  await again.click();
  await expect(nearMiss.main.getByText('The marker is on the graph again.')).toBeVisible();
  await expect(again).toHaveCount(0);
  expect(await markers()).toHaveLength(1);

  const seen = await openDashboard(uid);
  await expect(seen.markers('Heap').first()).toBeVisible();
});
