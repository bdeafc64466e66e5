import type { Locator, Page } from '@playwright/test';
import { test as base, expect } from './fixtures';
import { type Fault, faultyProxy, type FaultyProxy } from './faultyProxy';
import { call, url } from './host';
import { NearMissView } from './views/NearMissView';

/** Docs: docs/reliability.md says of each row what was seen. */
const test = base.extend<object, { line: FaultyProxy }>({
  line: [
    async ({}, provide) => {
      const line = await faultyProxy(url);
      await provide(line);
      line.heal();
      await line.down();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ line }, provide) => provide(line.url),
});

// Nothing here depends on the texts that Grafana keeps for its users, and no test finds those of another one.
test.beforeEach(({ context }) => context.route('**/apis/userstorage.grafana.app/**', (route) => route.abort()));

const KEPT = /Kept here, and tried again until Grafana has it/;
const LED = 'What led somebody to look there';
const isPost = (method: string, path: string) => method === 'POST' && path.split('?')[0] === '/api/annotations';
const isLook = (method: string, path: string) => method === 'GET' && path.includes('/api/annotations?');
const json = (status: number, message: string): Fault => ({
  does: 'answer',
  status,
  type: 'application/json',
  body: JSON.stringify({ message }),
});
const html: Fault = {
  does: 'answer',
  status: 502,
  type: 'text/html',
  body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
};

interface Stored {
  id: number;
  text: string;
  tags: string[];
}

async function storedWith(words: string, tag: string): Promise<Stored[]> {
  const found = (await call('GET', `/api/annotations?tags=${tag}&limit=5000`)) as Stored[];
  return found.filter(({ text }) => text.includes(words));
}

/** The list draws the rows in sight, so what is looked for is searched for. */
const listOf = (words: string) => `/a/resilience-nearmiss-app/list?q=${encodeURIComponent(words)}`;

/** After all that, in the list exactly one near miss, and after that reading one record in the store. */
async function expectOne(page: Page, words: string) {
  await page.goto(listOf(words));
  await expect(page.getByTestId('near-miss-item').filter({ hasText: words })).toHaveCount(1);
  await expect(page.getByText(/waits? in this browser until Grafana has/)).toHaveCount(0);
  await expect.poll(async () => (await storedWith(words, 'near-miss')).length).toBe(1);
}

async function fillForm(page: Page, words: string): Promise<Locator> {
  await page.goto('/a/resilience-nearmiss-app/record');
  await page.getByLabel('What almost happened?').fill(words);
  await page.getByText('Person', { exact: true }).click();
  return page.getByRole('button', { name: 'Save', exact: true });
}

const recorded = (page: Page) => expect(page.getByText('The near miss is recorded.')).toBeVisible({ timeout: 30_000 });

interface Point {
  name: string;
  /** Breaks it before Save is pressed. */
  breaks: (line: FaultyProxy) => unknown;
  /** What the person reads meanwhile. */
  says: RegExp;
}

const POINTS: readonly Point[] = [
  {
    name: 'connections are reset before the request gets through',
    breaks: (line) => line.fail(isPost, { does: 'reset' }),
    says: /Grafana cannot be reached/,
  },
  {
    name: 'the server wrote it, and every answer is lost',
    breaks: (line) => {
      line.fail(isPost, { does: 'reset', after: true }, 1);
      line.fail((method, path) => isLook(method, path) && path.includes('nm%3A'), json(503, 'starting'), 2);
      line.fail(isPost, json(503, 'starting'));
    },
    says: /Grafana has a problem of its own|is recorded/,
  },
  {
    name: 'the server has an error of its own (500)',
    breaks: (line) => line.fail(isPost, json(500, 'database is locked')),
    says: /Grafana has a problem of its own.*database is locked/,
  },
  {
    name: 'a proxy answers with a page (502)',
    breaks: (line) => line.fail(isPost, html),
    says: /Grafana has a problem of its own right now.*502 Bad Gateway/,
  },
  {
    name: 'a proxy answers with a login page (200)',
    breaks: (line) =>
      line.fail(isPost, { does: 'answer', status: 200, type: 'text/html', body: '<p>Please log in</p>' }),
    says: /Grafana answered with something that could not be read/,
  },
  {
    name: 'even looking fails',
    breaks: (line) => line.fail(isLook, html),
    says: /Grafana has a problem of its own/,
  },
];

for (const { name, breaks, says } of POINTS) {
  test(`records once, and keeps every word, when ${name}`, async ({ page, line, world }) => {
    const words = `${name} (${world.prefix})`;
    const save = await fillForm(page, words);
    breaks(line);
    await save.click();
    await expect(page.getByText(says).first()).toBeVisible({ timeout: 20_000 });
    line.heal();
    // It goes on by itself; nobody has to press anything.
    await recorded(page);
    await expectOne(page, words);
  });
}

test('records once when connections are refused, also after a reload in between', async ({ page, line, world }) => {
  const words = `refused (${world.prefix})`;
  const save = await fillForm(page, words);
  await line.down();
  await save.click();
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/Grafana cannot be reached/)).toBeVisible();
  await line.up();
  await page.goto(listOf(words));
  await expect(page.getByTestId('near-miss-item').filter({ hasText: words })).toHaveCount(1, { timeout: 30_000 });
  await expectOne(page, words);
  // The form has nothing left to offer.
  await page.goto('/a/resilience-nearmiss-app/record');
  await expect(page.getByLabel('What almost happened?')).toHaveValue('');
});

test('records once when no answer comes for half a minute, though the server wrote it', async ({
  page,
  line,
  world,
}) => {
  const words = `hanging (${world.prefix})`;
  const save = await fillForm(page, words);
  line.fail(isPost, { does: 'hang', after: true }, 1);
  await save.click();
  await expect(page.getByRole('button', { name: 'Saving…' })).toBeVisible();
  await expect(page.getByText('The near miss is recorded.')).toBeVisible({ timeout: 60_000 });
  line.heal();
  await expectOne(page, words);
});

test('records once when answers are slow and the button is pressed again and again', async ({ page, line, world }) => {
  const words = `slow (${world.prefix})`;
  const save = await fillForm(page, words);
  line.fail((_method, path) => path.includes('/api/annotations'), { does: 'delay', ms: 1_500 });
  await save.click();
  const saving = page.getByRole('button', { name: 'Saving…' });
  await saving.click();
  await saving.click();
  await recorded(page);
  line.heal();
  await expectOne(page, words);
});

test('records once when the page is closed while the server writes', async ({ page, line, world, context }) => {
  const words = `closed (${world.prefix})`;
  const save = await fillForm(page, words);
  line.fail(isPost, { does: 'hang', after: true }, 1);
  await save.click();
  await expect.poll(async () => (await storedWith(words, 'near-miss')).length).toBe(1);
  await page.close();
  line.heal();
  const next = await context.newPage();
  await expectOne(next, words);
});

test('records once when the browser is offline, as soon as it is back', async ({ page, world, context }) => {
  const words = `offline (${world.prefix})`;
  const save = await fillForm(page, words);
  await context.setOffline(true);
  await save.click();
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: 20_000 });
  await context.setOffline(false);
  await recorded(page);
  await expectOne(page, words);
});

test('goes on after the session ended in the middle, once somebody signed in again', async ({ page, line, world }) => {
  const words = `session (${world.prefix})`;
  const save = await fillForm(page, words);
  line.fail(isPost, json(401, 'Unauthorized'));
  await save.click();
  await expect(
    page
      .getByText(/You are no longer signed in/)
      .or(page.getByText(KEPT))
      .first()
  ).toBeVisible({
    timeout: 20_000,
  });
  line.heal();
  await recorded(page);
  await expectOne(page, words);
});

test('takes a refusal as an answer, keeps the words and waits for the person', async ({ page, line, world }) => {
  const words = `forbidden (${world.prefix})`;
  const save = await fillForm(page, words);
  line.fail(isPost, json(403, 'Access denied to save the annotation'));
  await save.click();
  await expect(page.getByText('Not saved yet. Everything you entered is still here.')).toBeVisible();
  await expect(page.getByText(/You do not have permission for this/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What almost happened?')).toHaveValue(words);
  expect(await storedWith(words, 'near-miss')).toHaveLength(0);
  line.heal();
  await save.click();
  await recorded(page);
  await expectOne(page, words);
});

test('says so when the browser’s storage is full, and stores once all the same', async ({ page, line, world }) => {
  const words = `full (${world.prefix})`;
  const save = await fillForm(page, words);
  await page.evaluate(() => {
    let size = 1 << 20;
    for (let index = 0; size > 0; index += 1) {
      try {
        localStorage.setItem(`filler-${index}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await page.getByLabel('What almost happened?').fill(`${words}, and it is full`);
  await expect(page.getByText(/This browser cannot keep what you type/)).toBeVisible();
  line.fail(isPost, html);
  await save.click();
  await expect(page.getByText(/Do not close this page until then/)).toBeVisible({ timeout: 20_000 });
  line.heal();
  await recorded(page);
  await expectOne(page, `${words}, and it is full`);
});

test('keeps an answer when its near miss is deleted under one', async ({ page, world, recordOne }) => {
  const id = await recordOne('deleted under one');
  const words = `An answer that came too late (${world.prefix})`;
  const nearMiss = new NearMissView(page);
  await page.goto(`/a/resilience-nearmiss-app/nm/${id}`);
  await nearMiss.words(LED).fill(words);
  for (const { id: annotation } of (await call('GET', `/api/annotations?tags=nm:${id}&limit=50`)) as Stored[]) {
    await call('DELETE', `/api/annotations/${annotation}`);
  }
  await nearMiss.share(LED).click();
  await expect(nearMiss.part(LED).getByText(/It is not there any more/)).toBeVisible();
  await expect(nearMiss.words(LED)).toHaveValue(words);
  expect(await storedWith(words, 'near-miss-retro')).toHaveLength(0);
});

test('shares an answer once whose answer was lost, and shows where it is meanwhile', async ({
  page,
  line,
  world,
  recordOne,
}) => {
  const id = await recordOne('answer lost');
  const words = `Shared through a broken line (${world.prefix})`;
  const nearMiss = new NearMissView(page);
  await page.goto(`/a/resilience-nearmiss-app/nm/${id}`);
  await nearMiss.words(LED).fill(words);
  line.fail(isPost, { does: 'reset', after: true }, 1);
  line.fail(isLook, html);
  await nearMiss.share(LED).click();
  await expect(nearMiss.part(LED).getByText(KEPT)).toBeVisible({ timeout: 20_000 });
  // Left and come back to: it is still said, and goes on from there.
  await page.goto('/a/resilience-nearmiss-app/list');
  line.heal();
  await page.goto(`/a/resilience-nearmiss-app/nm/${id}`);
  await expect(nearMiss.part(LED).getByText(words)).toBeVisible({ timeout: 30_000 });
  await expect(nearMiss.words(LED)).toHaveValue('');
  await expect.poll(async () => (await storedWith(words, 'near-miss-retro')).length).toBe(1);
});

test('marks the graph once when the line breaks between record and marker', async ({
  page,
  line,
  world,
  checkout,
  openDashboard,
}) => {
  const words = `between record and marker (${world.prefix})`;
  const dashboard = await openDashboard(checkout);
  const capture = await dashboard.record('Heap');
  await capture.ready();
  await capture.fill(words);
  let posts = 0;
  line.fail((method, path) => isPost(method, path) && (posts += 1) > 1, { does: 'reset' });
  await capture.save.click();
  await expect(page.getByText(/its marker on the graph follows as soon as Grafana takes it/)).toBeVisible({
    timeout: 20_000,
  });
  line.heal();
  await expect(page.getByText(/its marker on the graph follows/)).toHaveCount(0, { timeout: 30_000 });
  const [record] = await storedWith(words, 'near-miss');
  const id = record?.tags.find((tag) => tag.startsWith('nm:'))?.slice(3) ?? '';
  await expect.poll(async () => (await storedWith(id, 'near-miss-marker')).length).toBe(1);
  await expectOne(page, words);
});

test('says why nothing could be read, and reads it on the next try', async ({ page, line, world, recordOne }) => {
  await recordOne('read after a fault');
  line.fail(isLook, html);
  await page.goto(listOf(world.prefix));
  await expect(page.getByText('The near misses could not be read, or not all of them')).toBeVisible();
  line.heal();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('near-miss-item').filter({ hasText: world.prefix }).first()).toBeVisible();
});
