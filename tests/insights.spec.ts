import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { testIds } from '../src/components/testIds';
import type { NearMissRecord } from '../src/domain/record/record';
import { newId } from '../src/domain/record/id';
import { routes } from '../src/routes';
import { aRecord, A_SOURCE, AN_OPEN_PROJECTION } from '../src/testing/builders/builders';
import { recordIn } from '../src/testing/hosts/writeTo';
import { expect, test as base } from './fixtures';

const MINUTE = 60_000;
const { actedAt } = aRecord();
/** The quarter in which the builders act. */
const QUARTER = '2026-Q4';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const withMargin = (minutes: number, isOpen = true) => ({
  ...AN_OPEN_PROJECTION,
  ...{ ok: true as const, p: 0.66, method: 'replay' },
  ...{ lo: actedAt + minutes * MINUTE, crossing: actedAt + 2 * minutes * MINUTE },
  hi: isOpen ? null : actedAt + 4 * minutes * MINUTE,
});
const withoutGraph = { projection: null, evidence: null, stretch: null, limit: null, source: null };

const SEVEN: ReadonlyArray<Partial<NearMissRecord>> = [
  { title: 'Orders piled up behind one consumer', savedBy: ['person'], projection: withMargin(5), source: A_SOURCE },
  { title: 'Orders piled up once more', savedBy: ['luck'], projection: withMargin(40, false), source: A_SOURCE },
  { title: `A long one: ${'memory climbs '.repeat(12)}`, savedBy: ['alert'], projection: withMargin(90), source: null },
  { title: 'Disk filled up', savedBy: ['automation'], status: 'closed', outcome: 'It rotates by size.', source: null },
  { title: 'Queue of the night', savedBy: ['person', 'review'], status: 'discussed', source: null },
  { title: 'A typo in a time-out', savedBy: ['review'], ...withoutGraph },
  {
    title: 'One of the summer',
    savedBy: ['luck'],
    ...withoutGraph,
    actedAt: actedAt - 100 * 1440 * MINUTE,
    noticedAt: null,
  },
];

/** The name of a team that has these, all in one quarter but the last, which is of the one before. */
const test = base.extend<{ teamWith: (records: typeof SEVEN) => Promise<string> }>({
  teamWith: async ({ world, storeAs }, provide) => {
    await provide(async (records) => {
      const team = `${world.prefix}-${newId()}`;
      for (const record of records) {
        const recorded = await recordIn(
          storeAs('editor'),
          aRecord({ ...record, id: newId(), team, source: record.source && { ...record.source, dashboardUid: team } }),
          {
            kind: 'organization',
          }
        );
        expect(recorded.ok).toBe(true);
      }
      return team;
    });
  },
});

async function open(page: Page, team: string, more = '') {
  await page.goto(`${routes.insights}?period=${QUARTER}&team=${team}${more}`);
  const main = page.getByTestId(testIds.insights);
  await expect(main.getByRole('status').first()).toContainText(/near miss|none was written down/);
  return main;
}

async function violations(page: Page, but: readonly string[] = []) {
  const { violations: found } = await new AxeBuilder({ page })
    .include(`[data-testid="${testIds.insights}"]`)
    .withTags(TAGS)
    .disableRules([...but])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const theme of ['dark', 'light']) {
  test(`fits from 320 to 2560 px, without a violation (${theme})`, async ({ page, teamWith }) => {
    const team = await teamWith(SEVEN);
    const main = await open(page, team, `&theme=${theme}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();
    for (const width of [320, 768, 1366, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const margins = main.getByRole('region', { name: /^How much time was left/ });
      await expect(margins.getByRole('listitem').first()).toContainText('at least 5 min');
      expect(
        await main.evaluate((element) => element.scrollWidth - element.clientWidth),
        `at ${width} px`
      ).toBeLessThanOrEqual(0);
      const tracks = await margins
        .getByRole('listitem')
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().right));
      expect(Math.max(...tracks)).toBeLessThanOrEqual(width);
      expect(await violations(page), `at ${width} px`).toEqual([]);
    }
    for (const summary of await main.getByText('Table', { exact: true }).all()) {
      await summary.click();
    }
    await expect(main.getByRole('table')).toHaveCount(5);
    expect(await violations(page)).toEqual([]);
  });
}

test('says the same without colours, and on paper without Grafana around it', async ({ page, teamWith }) => {
  const team = await teamWith(SEVEN);
  await page.emulateMedia({ forcedColors: 'active' });
  const main = await open(page, team);
  const steps = main.getByRole('region', { name: /^How far did they come/ });
  const ink = await steps
    .locator('rect')
    .first()
    .evaluate((bar) => getComputedStyle(bar).fill);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ink).not.toBe(paper);
  // Colours are the system's then, which axe does not see.
  expect(await violations(page, ['color-contrast'])).toEqual([]);

  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await expect(main.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();
  await expect(main.getByRole('combobox').first()).toBeHidden();
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
  await expect(steps).toBeVisible();
  expect(
    await steps
      .locator('rect')
      .nth(1)
      .evaluate((bar) => getComputedStyle(bar).fill)
  ).toBe('rgb(0, 0, 0)');
});

test('gives the numbers as a table and as CSV, with what they cannot say', async ({ page, teamWith }) => {
  const team = await teamWith(SEVEN);
  const main = await open(page, team);
  const saved = main.getByRole('region', { name: /^What saved them/ });
  await expect(saved).toContainText('Q3 2026: n = 1; Q4 2026: n = 6');
  await saved.getByText('Table', { exact: true }).focus();
  await page.keyboard.press('Enter');
  const table = saved.getByRole('table', { name: `What saved them, then and now? Q4 2026 · team ${team}` });
  await expect(table.getByRole('row', { name: 'Review, Q4 2026 2' })).toBeVisible();
  await page.keyboard.press('Tab');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`near-miss-saved-by-${QUARTER}.csv`);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('"Review, Q4 2026",2\r\n');
  expect(text).toMatch(/More of one may only mean that more was written down\.,\r\n$/);
});

test('keeps its scope in the address, on the way to the list and back', async ({ page, teamWith }) => {
  const team = await teamWith(SEVEN);
  const main = await open(page, team);
  await expect(main.getByRole('combobox', { name: 'Team' })).toHaveValue(team);
  await expect(main.getByRole('link', { name: 'See them in the list' })).toHaveAttribute(
    'href',
    new RegExp(`${routes.list}\\?.*team=${team}.*period=${QUARTER}|${routes.list}\\?.*period=${QUARTER}.*team=${team}`)
  );
  await main.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'All time' }).click();
  await expect(page).toHaveURL(/[?&]period=(&|$)/);
  await expect(main.getByRole('status').first()).toContainText('All time');
  await page.goBack();
  await expect(main.getByRole('status').first()).toContainText(`Q4 2026 · Team ${team}: 6 near misses.`);
});

test('tells a few as stories, and says quietly that there are none', async ({ page, teamWith }) => {
  const few = await teamWith(SEVEN.slice(0, 2));
  const main = await open(page, few);
  const stories = main.getByRole('region', { name: /^Too few to compare/ });
  await expect(stories.getByRole('link', { name: 'Orders piled up once more' })).toBeVisible();
  await expect(main.getByRole('region', { name: /^How much time was left/ })).toHaveCount(0);
  await expect(main.getByRole('region', { name: /^What came back/ })).toContainText('Q4 2026: 2');
  expect(await violations(page)).toEqual([]);
  await open(page, `${few}-nobody`);
  await expect(main).toContainText('none was written down. Silence is not safety.');
});
