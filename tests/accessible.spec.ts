import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { testIds } from '../src/components/testIds';
import { expect, test } from './fixtures';
import { NearMissView } from './views/NearMissView';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Also what is good practice: the order of headings, room to press. */
const BEST = [...TAGS, 'wcag22aa', 'best-practice'];
/** Six px wide on every graph of Grafana, and not ours to widen. */
const GRAFANAS_OWN = '[data-testid="data-testid annotation-marker"]';

async function violations(page: Page, testId: string, tags = TAGS) {
  await page.getByTestId(testId).first().waitFor();
  const { violations: found } = await new AxeBuilder({ page })
    .include(`[data-testid="${testId}"]`)
    .exclude(GRAFANAS_OWN)
    .withTags(tags)
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const theme of ['dark', 'light']) {
  test.describe(`with the ${theme} theme`, () => {
    test.use({ role: 'admin' });

    test(`finds no violation in the modal (${theme})`, async ({ page, checkout, openDashboard }) => {
      const dashboard = await openDashboard(checkout, { theme });
      const capture = await dashboard.record('Heap');
      await capture.ready();
      await capture.along().click();
      await capture.form.getByText(/^More, now or later/).click();
      await capture.form.getByRole('button', { name: 'Stretch from: choose the day' }).click();
      expect(await violations(page, testIds.capture)).toEqual([]);
    });

    test(`finds no violation on the pages and in the panel (${theme})`, async ({ page, world, recordOne }) => {
      const id = await recordOne(`axe ${theme}`);
      await page.goto(`/a/resilience-nearmiss-app/list?theme=${theme}`);
      await page.getByTestId(testIds.item).first().waitFor();
      expect(await violations(page, testIds.list)).toEqual([]);
      await page.goto(`/d/${world.panel}?theme=${theme}`);
      await page.getByTestId(testIds.item).first().waitFor();
      expect(await violations(page, testIds.panel)).toEqual([]);
      await new NearMissView(page).goto(id);
      expect(await violations(page, testIds.page, BEST)).toEqual([]);
      await page.goto(`/plugins/resilience-nearmiss-app?page=configuration&theme=${theme}`);
      await page.getByRole('button', { name: 'Run the self-test' }).click();
      // It writes and reads a good deal: a slow host takes its time.
      await page.getByText(/^Done\. Fine:/).waitFor({ timeout: 120_000 });
      expect(await violations(page, testIds.configuration)).toEqual([]);
    });
  });
}
