import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { NearMissRecord } from '../src/domain/record/record';
import { newId } from '../src/domain/record/id';
import { A_RISING_TREND } from '../src/testing/builders/aRisingTrend';
import { aRecord } from '../src/testing/builders/builders';
import { recordIn } from '../src/testing/hosts/writeTo';
import { expect, test as base } from './fixtures';
import { panelDashboard, THEIR_TIME } from './panelDashboard';

const HOUR = 60 * 60_000;
const TITLE = 'The order journal would have filled its disk while everybody slept';

interface Fixtures {
  /** Writes a near miss of a service that only this test knows. */
  record: (over: Partial<NearMissRecord>) => Promise<void>;
  service: string;
}

const test = base.extend<Fixtures>({
  service: async ({ world }, provide) => {
    await provide(`${world.prefix}-${newId()}`);
  },
  record: async ({ storeAs, service }, provide) => {
    await provide(async (over) => {
      const record = aRecord({ id: newId(), services: [service], ...over });
      const recorded = await recordIn(storeAs('editor'), record, { kind: 'organization' });
      expect(recorded.ok).toBe(true);
    });
  },
});

test.use({ role: 'admin' });

const panelOf = (page: Page) => page.getByTestId('near-miss-panel').first();
const itemsOf = (page: Page) => panelOf(page).getByTestId('near-miss-item');

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page })
    .include('[data-testid="near-miss-panel"]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Whether nothing of it is cut off by its own size. */
const isWhole = (element: Locator) =>
  element.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => {
    return scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1;
  });

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const theme of ['dark', 'light']) {
  for (const [place, width, columns] of [
    ['in half a screen', 1400, 12],
    ['on a phone', 320, 24],
    ['on a wall', 2560, 24],
  ] as const) {
    test(`shows picture, whole title, margin, status and date ${place} (${theme})`, async ({
      page,
      world,
      record,
      service,
    }) => {
      await record({ title: TITLE, status: 'closed', outcome: 'A rotation, and an alert on it.' });
      await page.setViewportSize({ width, height: 900 });
      const uid = await panelDashboard(world, `${theme}${width}`, { options: { service }, columns });
      await page.goto(`/d/${uid}?${THEIR_TIME}&theme=${theme}`);
      const row = itemsOf(page).first();
      await expect(row.locator('img')).toBeVisible();
      for (const words of [/at least 48 min/, 'Closed', /3 Nov/]) {
        await expect(row.getByText(words).first()).toBeInViewport();
      }
      expect(await isWhole(row.getByRole('link', { name: TITLE, exact: true }))).toBe(true);
      expect(await scrollsSideways(page)).toBe(false);
      await row.hover();
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('is there in kiosk mode', async ({ page, world, record, service }) => {
  await record({ title: TITLE });
  const uid = await panelDashboard(world, 'kiosk', { options: { service } });
  await page.goto(`/d/${uid}?${THEIR_TIME}&kiosk`);
  await expect(itemsOf(page)).toHaveCount(1);
});

test('is repeated for a variable, each copy with what is its own', async ({ page, world, record, service }) => {
  const [red, blue] = [`${service}-red`, `${service}-blue`];
  await record({ title: 'Red queue', team: red });
  await record({ title: 'Blue queue', team: blue });
  const repeated = { options: { team: '$team' }, title: 'Of $team', columns: 24, repeat: 'team' };
  const uid = await panelDashboard(world, 'repeated', repeated, [red, blue]);
  await page.goto(`/d/${uid}?${THEIR_TIME}&var-team=${red}&var-team=${blue}`);
  const panels = page.getByTestId('near-miss-panel');
  await expect(panels).toHaveCount(2);
  await expect(panels.nth(0).getByTestId('near-miss-item')).toHaveText(/Red queue/);
  await expect(panels.nth(1).getByTestId('near-miss-item')).toHaveText(/Blue queue/);
});

test('follows the variables and the time of the dashboard that comes with it', async ({
  page,
  world,
  record,
  service,
}) => {
  await record({ title: TITLE });
  await page.goto(`/d/${world.panel}?${THEIR_TIME}&var-service=${service}`);
  // List, timeline and story.
  await expect(page.getByTestId('near-miss-panel')).toHaveCount(3);
  await expect(page.getByTestId('near-miss-item')).toHaveCount(3);
  await page.goto(`/d/${world.panel}?from=now-1m&to=now&var-service=${service}`);
  await expect(page.getByText(/Silence is not safety/).first()).toBeVisible();
});

test('groups by team, under headings that say how many', async ({ page, world, record, service }) => {
  await record({ title: 'One', team: 'shop' });
  await record({ title: 'Two', team: 'shop' });
  await record({ title: 'Three', team: '' });
  const uid = await panelDashboard(world, 'groups', { options: { service, groupBy: 'team' } });
  await page.goto(`/d/${uid}?${THEIR_TIME}`);
  await expect(panelOf(page).getByRole('heading', { level: 3 })).toHaveText([
    'Team shop · 2 near misses',
    'No team · 1 near miss',
  ]);
  expect(await violations(page)).toEqual([]);
});

test('shows a timeline that is walked by keys and names what has the focus', async ({
  page,
  world,
  record,
  service,
}) => {
  await record({ title: 'The later one' });
  await record({
    title: 'The earlier one',
    actedAt: A_RISING_TREND.actedAt - 30 * HOUR,
    stretch: null,
    projection: null,
  });
  const uid = await panelDashboard(world, 'timeline', { options: { service, view: 'timeline' } });
  await page.goto(`/d/${uid}?${THEIR_TIME}`);
  const later = panelOf(page).getByRole('button', { name: /^The later one/ });
  await later.focus();
  await expect(page.getByRole('tooltip')).toHaveText(/^The later one/);
  await page.keyboard.press('ArrowLeft');
  await expect(panelOf(page).getByRole('button', { name: /^The earlier one/ })).toBeFocused();
  await expect(page.getByRole('tooltip')).toHaveText(/^The earlier one/);
  await expect(itemsOf(page)).toHaveText(/The earlier one/);
  expect(await violations(page)).toEqual([]);
});

test('draws the timeline in the colours that somebody forces', async ({ page, world, record, service }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await record({ title: TITLE });
  const uid = await panelDashboard(world, 'forced', { options: { service, view: 'timeline' } });
  await page.goto(`/d/${uid}?${THEIR_TIME}`);
  const shapes = panelOf(page).locator('[role="toolbar"] svg path');
  await expect(shapes).not.toHaveCount(0);
  const strokes = await shapes.evaluateAll((paths) => [...new Set(paths.map((path) => getComputedStyle(path).stroke))]);
  const text = await page.evaluate(() => {
    document.body.style.setProperty('outline-color', 'CanvasText');
    return getComputedStyle(document.body).outlineColor;
  });
  expect(strokes).toEqual([text]);
});

test('tells one closed story after another until somebody says stop', async ({ page, world, record, service }) => {
  const closed = { status: 'closed', outcome: 'A rotation.', recordedFor: 'Berta Beispiel' } as const;
  await record({ ...closed, title: 'First told' });
  await record({ ...closed, title: 'Then told', actedAt: A_RISING_TREND.actedAt - HOUR });
  await record({ title: 'Still open' });
  const uid = await panelDashboard(world, 'wall', { options: { service, view: 'story', turnEvery: 5 } });
  await page.goto(`/d/${uid}?${THEIR_TIME}`);
  const story = panelOf(page).getByRole('article');
  await expect(story).toContainText('1 of 2');
  await expect(story).not.toContainText('Berta');
  await expect(story).toHaveAccessibleName('Then told', { timeout: 20_000 });
  await story.getByRole('button', { name: 'Stay on this one' }).click();
  const shown = (await story.getAttribute('aria-label')) ?? '';
  await page.mouse.move(0, 0);
  await page.getByRole('button', { name: 'Tell one after another' }).blur();
  await page.waitForTimeout(8_000);
  await expect(story).toHaveAccessibleName(shown);
  expect(await violations(page)).toEqual([]);
});

test('holds still for who wants less motion', async ({ page, world, record, service }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await record({ title: 'First told', status: 'closed', outcome: 'Done.' });
  await record({ title: 'Then told', status: 'closed', outcome: 'Done.', actedAt: A_RISING_TREND.actedAt - HOUR });
  const uid = await panelDashboard(world, 'still', { options: { service, view: 'story', turnEvery: 5 } });
  await page.goto(`/d/${uid}?${THEIR_TIME}`);
  const story = panelOf(page).getByRole('article');
  await expect(story).toHaveAccessibleName('First told');
  await page.waitForTimeout(8_000);
  await expect(story).toHaveAccessibleName('First told');
});
