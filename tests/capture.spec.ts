import { expect, test } from './fixtures';
import { GIB, graphDashboard, minutes, POINTS, v2GraphDashboard } from './graphs';
import { NearMissView } from './views/NearMissView';

/** A climb with a little noise that nobody takes for a fall. */
const climb = (from: number, to: number) =>
  minutes((i) => Math.round(from + ((to - from) * i) / POINTS + ((to - from) / 200) * Math.sin(i * 12.9898)));

const MEMORY = { name: 'memory', values: climb(GIB, 3 * GIB) };
const BYTES = { defaults: { unit: 'bytes' }, overrides: [] };

test('proposes the limit that the graph draws as a line, by its name', async ({ world, openDashboard }) => {
  const limit = { name: 'memory limit', values: minutes(() => 4 * GIB) };
  const panel = { fieldConfig: BYTES };
  const uid = await graphDashboard(world, 'line', { title: 'Container', waves: [limit, MEMORY], panel });
  const capture = await (await openDashboard(uid)).record('Container');
  await capture.ready();
  await expect(capture.sentence).toContainText('memory would have hit 4 GiB');
  await expect(capture.limits().getByRole('button', { pressed: true })).toContainText('memory limit');
});

test('offers three stretches, the first one heading for a threshold', async ({ world, openDashboard }) => {
  // Up and down twice, then up again: only the climbs head for the threshold.
  const saw = minutes((i) => 100 + 3 * (i % 100) + 4 * Math.sin(i * 12.9898));
  const thresholds = {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: 500, color: 'red' },
    ],
  };
  const defaults = { thresholds, custom: { thresholdsStyle: { mode: 'line' } } };
  const panel = { fieldConfig: { defaults, overrides: [] } };
  const uid = await graphDashboard(world, 'stretches', { title: 'Saw', waves: [{ name: 'jobs', values: saw }], panel });
  const capture = await (await openDashboard(uid)).record('Saw');
  await capture.ready();
  await expect(capture.stretches().getByRole('button')).toHaveCount(3);
  await expect(capture.limit()).toHaveValue('500');
  const proposed = await capture.from().inputValue();
  await capture.stretches().getByRole('button', { pressed: false }).last().click();
  await expect(capture.from()).not.toHaveValue(proposed);
});

test('breaks the line where nothing was measured, and says for how long', async ({ page, world, openDashboard }) => {
  const values = MEMORY.values.map((value, i) => (i >= 120 && i < 240 ? null : value));
  const panel = { fieldConfig: { defaults: { unit: 'bytes', max: 4 * GIB }, overrides: [] } };
  const uid = await graphDashboard(world, 'gap', { title: 'Holes', waves: [{ name: 'memory', values }], panel });
  const capture = await (await openDashboard(uid)).record('Holes');
  await capture.ready();
  await capture.form.getByText('How sure are we?').click();
  await expect(capture.form.getByText(/2 h 1 min of it not measured/)).toBeVisible();
  await capture.fill(`With a gap (${world.prefix})`);
  await capture.save.click();
  await capture.saved();
  await capture.open();
  const { main } = new NearMissView(page);
  await main.getByText('How sure are we?').click();
  await expect(main.getByText(/2 h 1 min of it not measured/)).toBeVisible();
});

test('reads unit and threshold of a graph panel of old', async ({ world, openDashboard }) => {
  const panel = {
    ...{ type: 'graph', lines: true, linewidth: 1, fieldConfig: undefined },
    yaxes: [
      { format: 'bytes', show: true },
      { format: 'short', show: true },
    ],
    thresholds: [{ op: 'gt', value: 4 * GIB, line: true, fill: false, colorMode: 'critical' }],
  };
  const uid = await graphDashboard(world, 'old', { title: 'Graph of old', waves: [MEMORY], panel });
  const capture = await (await openDashboard(uid)).record('Graph of old');
  await capture.ready();
  await expect(capture.limit()).toHaveValue('4 GiB');
  await expect(capture.sentence).toContainText('4 GiB');
});

test('takes the first step for the base, also where Grafana stored it as 0', async ({ world, openDashboard }) => {
  const uid = await v2GraphDashboard(world, 'base', {
    title: 'Free',
    waves: [{ name: 'free', values: climb(900, 300) }],
  });
  test.skip(uid === null, 'this host has no /apis for dashboards: only a real Grafana has them');
  const capture = await (await openDashboard(uid ?? '')).record('Free');
  await capture.ready();
  await expect(capture.limit()).toHaveValue('100');
  await expect(capture.limits().getByRole('button')).toHaveCount(1);
});

test('calls a series of a repeated row by what it is repeated for, and leads back to that', async ({
  page,
  world,
  openDashboard,
}) => {
  const inst = {
    type: 'custom',
    name: 'inst',
    query: 'one,two',
    multi: true,
    current: { text: ['one', 'two'], value: ['one', 'two'] },
  };
  const uid = await graphDashboard(world, 'row', {
    title: 'Used on $inst',
    waves: [MEMORY],
    panel: { fieldConfig: { defaults: { unit: 'bytes', max: 4 * GIB, displayName: 'used on $inst' }, overrides: [] } },
    templating: {
      list: [{ ...inst, options: ['one', 'two'].map((value) => ({ text: value, value, selected: true })) }],
    },
    repeat: 'inst',
  });
  const several = [
    ['var-inst', 'one'],
    ['var-inst', 'two'],
  ];
  const capture = await (await openDashboard(uid, several)).record('Used on two');
  await capture.ready();
  await expect(capture.form.getByRole('figure', { name: /used on two/ })).toBeVisible();
  await capture.fill(`On one of two (${world.prefix})`);
  await capture.save.click();
  await capture.saved();
  await capture.open();
  await new NearMissView(page).unfold('Facts');
  await page.getByRole('link', { name: /Used on two/ }).click();
  await expect(page).toHaveURL(/var-inst=two/);
  await expect(page).not.toHaveURL(/var-inst=one/);
});

test('says that one exists here already, and lets its graph be corrected when it is finished and later', async ({
  page,
  world,
  openDashboard,
}) => {
  const other = { name: 'queue', values: climb(400, 100) };
  const uid = await graphDashboard(world, 'correct', {
    title: 'Two',
    waves: [{ name: 'jobs', values: climb(100, 400) }, other],
  });
  const dashboard = await openDashboard(uid);
  const capture = await dashboard.record('Two');
  await capture.ready();
  await capture.keep.click();
  await expect(page.getByText(/The graph is kept/)).toBeVisible();

  const again = await openDashboard(uid);
  const second = await again.record('Two');
  await second.ready();
  await expect(second.form.getByText('One exists here already:')).toBeVisible();
  const link = second.form
    .locator('span')
    .filter({ hasText: /^Kept at .* by you\./ })
    .getByRole('link');
  const address = (await link.getAttribute('href')) ?? '';
  expect(address).toContain('/a/resilience-nearmiss-app/');

  await page.goto(address);
  const nearMiss = new NearMissView(page);
  await nearMiss.main.getByRole('button', { name: 'Finish it' }).click();
  const finish = nearMiss.main.getByRole('region', { name: 'Finish this near miss' });
  await finish.getByLabel('What almost happened?').fill(`The other one (${world.prefix})`);
  await finish.getByText('Person', { exact: true }).click();
  await finish.getByRole('combobox', { name: 'Series' }).click();
  await page.getByRole('option', { name: 'queue' }).click();
  await finish.getByRole('textbox', { name: /^Limit/ }).fill('50');
  await expect(finish.getByText(/would have (hit|dropped to) 50/i)).toBeVisible();
  await finish.getByRole('button', { name: 'Save' }).click();
  await expect(finish).toBeHidden();
  await expect(nearMiss.main.getByText(/would have (hit|dropped to) 50/i).first()).toBeVisible();

  await nearMiss.pick('Edit');
  const edit = nearMiss.main.getByRole('region', { name: 'Edit this near miss' });
  await edit.getByText('The graph: series, stretch and limit').click();
  await edit.getByRole('textbox', { name: /^Limit/ }).fill('80');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toBeHidden();
  await expect(nearMiss.main.getByText(/would have (hit|dropped to) 80/i).first()).toBeVisible();
  await nearMiss.unfold('History');
  await expect(nearMiss.main.getByRole('list', { name: 'History' }).getByText(/Limit/).first()).toBeVisible();
});
