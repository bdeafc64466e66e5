// npm run bench:browser: how long people wait for the sentence and for the graph after releasing the stretch, in a panel of
// 10,000 points, and for the modal on a panel of 300 series, on the Grafana at GRAFANA_URL, as GRAFANA_ADMIN (user:password). Makes its own dashboard and removes it;
// records nothing. Writes bench/results/browser.md, one section a host (BENCH_HOST names it).
import fs from 'node:fs';
import os from 'node:os';
import { chromium } from '@playwright/test';
import { timingsInPage } from './timingsInPage.mjs';

const POINTS = 10_000;
const ROUNDS = 20;
const STEP = 60_000;
/** Met soon after the quarter that is dragged over: the climb goes from 100 to 600. */
const LIMIT = 330;
const TITLE = 'Ten thousand points';
const MANY = { title: 'Three hundred series', series: 300, points: 1500, rounds: 8 };
const RESULTS = new URL('results/browser.md', import.meta.url);
const ASKED = { sentence: 50, graph: 250 };

const url = process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000';
const [user, password] = (process.env.GRAFANA_ADMIN ?? 'admin:admin').split(':');
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = BROWSERS.find((path) => path && fs.existsSync(path));
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

async function call(method, path, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { Authorization: `Basic ${btoa(`${user}:${password}`)}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${url}${path}: ${response.status} ${(await response.text()).slice(0, 200)}`);
  }
  return response.json();
}

/** A noisy climb. TestData's wave repeats, so the range begins where it does: one climb fills it. */
function dashboard() {
  const values = Array.from(
    { length: POINTS },
    (_, i) => Math.round(10 * (100 + i / 20 + 15 * Math.sin(i * 12.9898))) / 10
  );
  const length = POINTS * STEP;
  const from = Math.floor(Date.now() / length - 1) * length;
  const csvWave = [{ timeStep: STEP / 1000, valuesCSV: values.join(','), name: 'queue' }];
  const panel = {
    ...{ id: 1, type: 'timeseries', title: TITLE, gridPos: { x: 0, y: 0, w: 24, h: 12 }, maxDataPoints: POINTS },
    datasource: { type: 'grafana-testdata-datasource', uid: 'testdata' },
    targets: [{ refId: 'A', scenarioId: 'predictable_csv_wave', csvWave }],
    fieldConfig: { defaults: {}, overrides: [] },
  };
  const time = { from: new Date(from).toISOString(), to: new Date(from + length - STEP).toISOString() };
  return { title: `Bench ${process.pid}`, uid: `bench-${process.pid}`, schemaVersion: 41, time, panels: [panel] };
}

/** Three hundred series, of which one in ten climbs; each climbs again and again, whenever one looks. */
function manySeries() {
  const { title, series, points } = MANY;
  const csvWave = Array.from({ length: series }, (_, i) => ({
    ...{ timeStep: STEP / 1000, name: `instance-${i}` },
    valuesCSV: Array.from({ length: 100 }, (_, at) => 100 + i + (i % 10 === 0 ? at : 3 * Math.sin(at * 12.9898 + i)))
      .map((value) => value.toFixed(2))
      .join(','),
  }));
  const thresholds = {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: 1000, color: 'red' },
    ],
  };
  const panel = {
    ...{ id: 1, type: 'timeseries', title, gridPos: { x: 0, y: 0, w: 24, h: 12 } },
    datasource: { type: 'grafana-testdata-datasource', uid: 'testdata' },
    targets: [{ refId: 'A', scenarioId: 'predictable_csv_wave', csvWave }],
    fieldConfig: { defaults: { thresholds, custom: { thresholdsStyle: { mode: 'line' } } }, overrides: [] },
  };
  const time = { from: new Date(Date.now() - points * STEP).toISOString(), to: new Date().toISOString() };
  return {
    title: `Bench many ${process.pid}`,
    uid: `bench-many-${process.pid}`,
    schemaVersion: 41,
    time,
    panels: [panel],
  };
}

async function openModal(page, title) {
  await page.locator(`[data-testid="data-testid Panel menu ${title}"]`).click({ force: true });
  const item = page.getByRole('menuitem', { name: 'Record near miss' });
  const submenu = page.getByRole('menuitem', { name: /^Extensions/ });
  await item.or(submenu).first().waitFor({ timeout: 5_000 });
  // Up to Grafana 12 the entry sits in a submenu.
  if (!(await item.isVisible())) {
    await submenu.hover();
  }
  await page.evaluate(() => window.nearMissTimings.startWithClick());
  await item.click({ timeout: 5_000 });
}

/** Grafana loads plugins behind the page: the menu is opened until it has the entry. */
async function openWhenReady(page, title) {
  for (let tries = 1; ; tries++) {
    try {
      return await openModal(page, title);
    } catch (error) {
      if (tries === 10) {
        throw error;
      }
      await page.keyboard.press('Escape');
    }
  }
}

/** The dashboard's own panel: from the arrival of its points to its last stroke, nothing of ours in between. */
async function redraws(page) {
  const refresh = page.locator('[data-testid="data-testid RefreshPicker run button"]');
  const taken = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => window.nearMissTimings.startWithAnswer());
    await refresh.click();
    taken.push((await page.evaluate(() => window.nearMissTimings.settled())).graph);
  }
  return taken;
}

/** Drags another quarter of the graph each time, towards a limit that is met in time, and takes the times from letting go. */
async function stretches(page) {
  const form = page.getByTestId('near-miss-capture');
  const plot = form.getByTestId('near-miss-graph').locator('.u-over');
  await plot.waitFor();
  await form.getByRole('textbox', { name: /^Limit/ }).fill(String(LIMIT));
  const sentence = form.getByRole('status').filter({ hasText: /would (have (hit|dropped)|more likely have stopped)/i });
  const drag = async (round) => {
    const box = await plot.boundingBox();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + (0.05 + round / 400) * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.2 * box.width, y, { steps: 4 });
    await page.mouse.move(box.x + (0.3 + round / 400) * box.width, y, { steps: 4 });
  };
  await drag(-1);
  await page.mouse.up();
  await sentence.waitFor();
  const taken = [];
  for (let round = 0; round < ROUNDS; round++) {
    await drag(round);
    await sentence.evaluate((element) => window.nearMissTimings.startWithRelease(element));
    await page.mouse.up();
    taken.push(await page.evaluate(() => window.nearMissTimings.settled()));
  }
  return taken;
}

/** From the click in the panel's menu to the form with its graph; the first one, which loads the code, left out. */
async function openings(page) {
  const taken = [];
  for (let round = 0; round <= MANY.rounds; round++) {
    await openWhenReady(page, MANY.title);
    taken.push(await page.evaluate(() => window.nearMissTimings.shown('[data-testid="near-miss-capture"] .u-over')));
    await page.keyboard.press('Escape');
    await page.getByTestId('near-miss-capture').waitFor({ state: 'detached' });
  }
  return taken.slice(1);
}

async function measure() {
  const made = dashboard();
  const many = manySeries();
  for (const each of [made, many]) {
    await call('POST', '/api/dashboards/db', { dashboard: each, overwrite: true });
  }
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    await context.request.post(`${url}/login`, { data: { user, password } });
    await context.addInitScript(timingsInPage);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${url}/d/${made.uid}`);
    await page.locator('.u-over').first().waitFor();
    const own = await redraws(page);
    await openWhenReady(page, TITLE);
    const dragged = await stretches(page);
    await page.goto(`${url}/d/${many.uid}`);
    await page.locator('.u-over').first().waitFor();
    return { own, dragged, opened: await openings(page), browser: browser.version() };
  } finally {
    await browser.close();
    for (const { uid } of [made, many]) {
      await call('DELETE', `/api/dashboards/uid/${uid}`);
    }
  }
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => (sorted(numbers)[(numbers.length - 1) >> 1] + sorted(numbers)[numbers.length >> 1]) / 2;
const row = (name, numbers, asked) =>
  `| ${name} | ${median(numbers).toFixed(0)} | ${sorted(numbers)[0].toFixed(0)} to ${sorted(numbers).at(-1).toFixed(0)} | ${asked ?? '–'} |`;

/** Other hosts' sections stay. */
function write(host, section) {
  const head = '# Browser bench\n\n`npm run bench:browser`; shared machines make milliseconds waver.\n';
  const before = fs.existsSync(RESULTS)
    ? fs
        .readFileSync(RESULTS, 'utf8')
        .split(/\n(?=## )/)
        .slice(1)
    : [];
  const others = before.map((each) => each.trim()).filter((each) => !each.startsWith(`## ${host}\n`));
  fs.writeFileSync(RESULTS, `${head}\n${[...others, section].sort().join('\n\n')}\n`);
}

const health = await call('GET', '/api/health');
const host = process.env.BENCH_HOST ?? `Grafana ${health.version ?? ''}`.trim();
const { own, dragged, opened, browser } = await measure();
if (dragged.some(({ sentence }) => sentence === null)) {
  throw new Error('The sentence did not change after some stretches: nothing was measured.');
}
const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Chromium ${browser}, load ${os.loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}`;
const section = `## ${host}

${machine}. ${POINTS} points, median of ${ROUNDS}, ms.

| from | to | median | range | asked |
| --- | --- | --- | --- | --- |
${row(
  'releasing the stretch | the sentence',
  dragged.map(({ sentence }) => sentence),
  ASKED.sentence
)}
${row(
  'releasing the stretch | the last stroke of the graph',
  dragged.map(({ graph }) => graph),
  ASKED.graph
)}
${row("the panel's points arriving | its own last stroke", own)}
${row(`the menu's entry, ${MANY.series} series of ${MANY.points} points | the form with its graph (median of ${MANY.rounds})`, opened)}`;
write(host, section);
console.log(section);
