import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { newId } from '../src/domain/record/id';
import { aRecord } from '../src/testing/builders/builders';
import { recordIn } from '../src/testing/hosts/writeTo';
import { expect, test } from './fixtures';

const DAY = 24 * 60 * 60_000;
const { actedAt } = aRecord();

/** Two near misses of a team that only this test knows; its name. */
const teamOfTwo = test.extend<{ team: string }>({
  team: async ({ world, storeAs }, provide) => {
    const team = `${world.prefix} ${newId()}`;
    for (const title of ['First of the pack', 'Second of the pack']) {
      const record = aRecord({ id: newId(), title, team, recordedFor: 'Berta Beispiel' });
      const recorded = await recordIn(storeAs('editor'), record, { kind: 'organization' });
      expect(recorded.ok).toBe(true);
    }
    await provide(team);
  },
});

teamOfTwo.use({ role: 'viewer' });

teamOfTwo('puts a team’s near misses on paper, three clicks from the dashboard', async ({ page, world, team }) => {
  const query = new URLSearchParams({ from: String(actedAt - DAY), to: String(actedAt + DAY), 'var-team': team });
  await page.goto(`/d/${world.panel}?${query}`);
  await page.getByRole('link', { name: 'Evidence pack' }).first().click();
  await expect(page.getByText(`Team ${team}`)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', 'yes') }));
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  // The third click is in the browser's own dialog.
});

teamOfTwo(
  'shows paper the pack alone, a story a page between cover and words, and no name of a person',
  async ({ page, team, world }) => {
    await page.goto(`/a/resilience-nearmiss-app/pack?${new URLSearchParams({ period: '', team })}&theme=dark`);
    await expect(page.getByRole('article')).toHaveCount(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Evidence pack' })).toBeVisible();
    const shown = await page.locator('body').innerText();
    expect(shown).not.toMatch(new RegExp(`Berta|${world.users.editor.login}`));
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(4);
    }
  }
);

teamOfTwo('saves the pack as Markdown and as a table', async ({ page, team }) => {
  await page.goto(`/a/resilience-nearmiss-app/pack?${new URLSearchParams({ period: '', team })}`);
  const save = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  expect(await save('Export as Markdown')).toMatch(/## First of the pack.*\n\[[\w-]{12}\]: <data:image\/svg/s);
  expect(await save('Export as CSV')).toMatch(
    /^\ufeffactedAt,title,.*\r\n2026-11-03T\d\d:58:00[+-]\d\d:\d\d,First of the pack/s
  );
});

for (const [theme, width] of [
  ['dark', 1366],
  ['light', 320],
] as const) {
  teamOfTwo(`can be read by everybody at ${width} px (${theme})`, async ({ page, team }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/a/resilience-nearmiss-app/pack?${new URLSearchParams({ period: '', team, theme })}`);
    await expect(page.getByRole('article')).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page })
      .include('[data-testid="near-miss-pack"]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
