import { expect, test } from './fixtures';
import { libraryPanelDashboard, v2Heap } from './world';

test('records from a library panel, with its limit', async ({ world, openDashboard }) => {
  const dashboard = await openDashboard(await libraryPanelDashboard(world));
  const capture = await dashboard.record('Shared heap');
  await capture.ready();
  await expect(capture.limit()).toHaveValue(/MiB/);
  await capture.fill(`From a library panel (${world.prefix})`);
  await capture.save.click();
  await capture.saved();
});

test('records from a dashboard of the second schema, with its limit', async ({ world, openDashboard }) => {
  const uid = await v2Heap(world);
  test.skip(uid === null, 'this host has no /apis for dashboards: only a real Grafana has them');
  const dashboard = await openDashboard(uid ?? '');
  const capture = await dashboard.record('Heap of the second schema');
  await capture.ready();
  await expect(capture.limit()).toHaveValue(/MiB/);
  await capture.fill(`From a dashboard of the second schema (${world.prefix})`);
  await capture.save.click();
  await capture.saved();
});
