import type { Page } from '@playwright/test';
import { testIds } from '../src/components/testIds';
import { COUNTED_STATUSES } from '../src/domain/fold/filter';
import { routes } from '../src/routes';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { httpAnnotations } from '../src/storage/annotations/httpAnnotations';
import { loadOn } from '../src/testing/hosts/loadOn';
import { nearMissLoad } from '../src/testing/hosts/nearMissLoad';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { expect, test } from './fixtures';
import { url } from './host';
import type { World } from './world';

const COUNT = 5_000;
/** Rows in the document at any time, however far somebody scrolls. */
const MOST_ROWS = 60;

// Read here too: hooks get no fixtures of a test.
const world = JSON.parse(process.env.NEAR_MISS_WORLD ?? 'null') as World | null;
const { login = '', password = '' } = world?.users.editor ?? {};
const port = httpAnnotations(nodeSend(url, `${login}:${password}`));
const load = loadOn(port);
const seeded = nearMissLoad({ prefix: world?.prefix ?? '', count: COUNT });

test.describe.configure({ mode: 'serial', timeout: 20 * 60_000 });
test.use({ role: 'colleague' });
test.beforeAll(() => load.write(seeded));
test.afterAll(() => load.remove());

/** How many the list shows to somebody who filters nothing. */
async function countedNearMisses(): Promise<number> {
  const listed = await createNearMissStore(port, { link: routes.nearMiss }).list();
  if (!listed.ok) {
    throw new Error(`The near misses could not be listed: ${listed.failure.kind} ${listed.failure.detail}`);
  }
  return listed.value.nearMisses.filter(({ status }) => COUNTED_STATUSES.includes(status)).length;
}

/** Runs in the page before Grafana: the moment the first row was painted. */
function watchForFirstRow(testId: string) {
  const watch = new MutationObserver(() => {
    if (document.querySelector(`[data-testid="${testId}"]`)) {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('first-row')));
    }
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** Whether a row, and no gap, is in the middle of the screen. */
function isRowInTheMiddle(testId: string): boolean {
  const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
  return middle?.closest(`[data-testid="${testId}"]`) instanceof HTMLElement;
}

/** What the page asked for to fill the list, and how long people waited, against a bare request for the first page. */
function figuresIn(page: Page) {
  return page.evaluate(async () => {
    const asked = performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => 'decodedBodySize' in entry)
      .filter(({ name }) => name.includes('/api/annotations?'));
    const [first] = asked;
    const [row] = performance.getEntriesByName('first-row');
    const bare: number[] = [];
    for (let round = 0; first && round < 5; round += 1) {
      const began = performance.now();
      await (await fetch(first.name)).json();
      bare.push(performance.now() - began);
    }
    return {
      requests: asked.length,
      bytes: asked.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      firstRow: (row?.startTime ?? NaN) - (first?.startTime ?? NaN),
      firstRowOfPage: row?.startTime ?? NaN,
      allRead: Math.max(...asked.map(({ responseEnd }) => responseEnd)) - (first?.startTime ?? NaN),
      bare: bare.sort((a, b) => a - b)[2] ?? NaN,
    };
  });
}

test('shows the newest at once, then counts all of them', async ({ page }) => {
  await page.addInitScript(watchForFirstRow, testIds.item);
  await page.goto(routes.list);
  const list = page.getByTestId(testIds.list);
  await expect(list.getByTestId(testIds.item).first()).toBeVisible();
  const status = list.getByRole('status').filter({ hasText: 'near misses' });
  await expect(status).toHaveText(`${await countedNearMisses()} near misses.`, { timeout: 60_000 });

  const { requests, bytes, firstRow, firstRowOfPage, allRead, bare } = await figuresIn(page);
  const ms = (time: number) => `${Math.round(time)} ms`;
  console.log(
    `${requests} requests, ${Math.round(bytes / 1024)} kB. First row ${ms(firstRow)} after the first request ` +
      `(${(firstRow / bare).toFixed(1)} times a bare request for the first page, ${ms(bare)}), ` +
      `${ms(firstRowOfPage)} after the page's start; all read after ${ms(allRead)}`
  );
});

test('scrolls to the last one and keeps few rows in the document', async ({ page }) => {
  await page.goto(`${routes.list}?team=${world?.prefix}`);
  const rows = page.getByTestId(testIds.item);
  const status = page.getByRole('status').filter({ hasText: 'near misses' });
  const ours = seeded.filter(({ team }) => team === world?.prefix);
  await expect(status).toHaveText(new RegExp(`^${ours.length} of \\d+ near misses\\.$`), { timeout: 60_000 });
  const last = page.getByRole('link', { name: ours.at(-1)?.shown.title, exact: true });
  await expect(last).toHaveCount(0);
  await rows.first().hover();
  for (let turns = 0; turns < 5; turns += 1) {
    await page.mouse.wheel(0, 60_000);
    await expect.poll(() => page.evaluate(isRowInTheMiddle, testIds.item)).toBe(true);
    expect(await rows.count()).toBeLessThan(MOST_ROWS);
  }
  await page.keyboard.press('End');
  await expect(last).toBeInViewport();
  expect(await rows.count()).toBeLessThan(MOST_ROWS);
});

test('finds one by its words while all are shown', async ({ page }) => {
  await page.goto(`${routes.list}?team=${world?.prefix}`);
  const one = seeded[COUNT - 2]?.shown.title ?? '';
  const status = page.getByRole('status').filter({ hasText: 'near miss' });
  await expect(status).toHaveText(/near misses\.$/, { timeout: 60_000 });
  await page.getByRole('textbox', { name: 'Search' }).fill(one);
  await expect(page.getByRole('link', { name: one, exact: true })).toBeVisible();
  await expect(page.getByTestId(testIds.item)).toHaveCount(1);
  await expect(status).toContainText(/^1 of /);
});
