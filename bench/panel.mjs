// npm run bench:panel: the near-miss panel beside Grafana's own annotations list and an empty panel, in turn, with 100, 1,000 and 5,000
// near misses, on the Grafana at GRAFANA_URL, as GRAFANA_ADMIN (user:password). Works in an organization of its own and removes it.
// Writes bench/results/panel.md. Milliseconds are this machine's; the ratios are what counts.
import fs from 'node:fs';
import os from 'node:os';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { panelProbe, scrolledThrough, settled } from './panelInPage.mjs';

const SIZES = (process.env.SIZES ?? '100,1000,5000').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const AT_ONCE = 8;
const url = process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000';
const credentials = process.env.GRAFANA_ADMIN ?? 'admin:admin';
const [user, password] = credentials.split(':');
const APP = 'resilience-nearmiss-app';
const CONTENT = '[data-testid="data-testid panel content"]';
const ASKED = { 100: 0.45, 1000: 0.06, 5000: 0.01 };
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = BROWSERS.find((path) => path && fs.existsSync(path));

const listOptions = {
  ...{ tags: ['near-miss'], showTags: true, showUser: true, showTime: true, navigateToPanel: true },
  ...{ onlyFromThisDashboard: false, onlyInTimeRange: false, navigateBefore: '10m', navigateAfter: '10m' },
};
const ARMS = [
  { name: 'annolist', item: `${CONTENT} ul > li`, options: (n) => ({ ...listOptions, limit: n }) },
  { name: 'resilience-nearmiss-panel', item: '[data-testid="near-miss-item"]', options: () => ({ days: 3650 }) },
  { name: 'text', item: `${CONTENT} p`, options: () => ({ mode: 'html', content: '<p>nothing to list</p>' }) },
];

const { outputFiles } = await build({
  ...{ bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'error' },
  entryPoints: [new URL('panelRecords.ts', import.meta.url).pathname],
});
const { panelRecords } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

async function call(method, path, body, orgId) {
  const headers = { Authorization: `Basic ${btoa(credentials)}`, 'Content-Type': 'application/json' };
  const response = await fetch(`${url}${path}`, {
    method,
    headers: orgId ? { ...headers, 'X-Grafana-Org-Id': String(orgId) } : headers,
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${url}${path}: ${response.status} ${(await response.text()).slice(0, 200)}`);
  }
  return response.json();
}

async function writeAll(annotations, orgId) {
  const left = [...annotations];
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      await call('POST', '/api/annotations', next, orgId);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const uidOf = ({ name }, n) => `bench-${name}-${n}`.slice(0, 40);

async function makeDashboards(n, orgId) {
  // Its own annotation query would ask for the same annotations once more.
  const off = { builtIn: 1, enable: false, hide: true, name: 'Annotations & Alerts', type: 'dashboard' };
  for (const arm of ARMS) {
    const panel = {
      id: 1,
      type: arm.name,
      title: 'list',
      gridPos: { x: 0, y: 0, w: 24, h: 20 },
      options: arm.options(n),
    };
    const annotations = {
      list: [{ ...off, iconColor: 'blue', datasource: { type: 'grafana', uid: '-- Grafana --' } }],
    };
    const dashboard = { uid: uidOf(arm, n), title: uidOf(arm, n), schemaVersion: 39, annotations, panels: [panel] };
    await call('POST', '/api/dashboards/db', { dashboard, overwrite: true }, orgId);
  }
}

async function measure(browser, arm, n, orgId) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    await context.request.post(`${url}/login`, { data: { user, password } });
    await context.addInitScript(panelProbe, arm.item);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const address = `${url}/d/${uidOf(arm, n)}?orgId=${orgId}`;
    // Once to fill the caches: else all of Grafana is loaded and compiled anew, which hides the panel.
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(address);
      await page.waitForFunction(() => window.panelProbe.first !== null);
      await page.evaluate(settled);
    }
    const times = await page.evaluate(settled);
    const elements = await page.evaluate((content) => document.querySelectorAll(`${content} *`).length, CONTENT);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6;
    const scrolled = arm.name === 'text' ? null : await page.evaluate(scrolledThrough, arm.item);
    return { ...times, elements, heap, ...scrolled };
  } finally {
    await context.close();
  }
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => (sorted(numbers)[(numbers.length - 1) >> 1] + sorted(numbers)[numbers.length >> 1]) / 2;
const shown = (number) =>
  Math.abs(number) >= 100 ? number.toFixed(0) : number.toFixed(Math.abs(number) >= 10 ? 1 : 3);

/** Medians; what a list costs is its difference to the empty panel of the same round. */
function rowsOf(n, rounds) {
  const [theirs, ours, empty] = ARMS.map(({ name }) => rounds.map((round) => round[name]));
  const plain = (arm, key) => median(arm.map((one) => one[key]));
  const above = (arm, key) => median(arm.map((one, index) => one[key] - empty[index][key]));
  const row = (what, their, our, asked = '–') =>
    `| ${n} | ${what} | ${shown(their)} | ${shown(our)} | ${shown(our / their)} | ${asked} |`;
  return [
    row('asked → first item, ms', plain(theirs, 'askedToFirst'), plain(ours, 'askedToFirst'), ASKED[n]),
    row('all there, above an empty panel, ms', above(theirs, 'settled'), above(ours, 'settled')),
    row('main thread blocked, above an empty panel, ms', above(theirs, 'blocked'), above(ours, 'blocked'), '≤ 30 ms'),
    row('heap, above an empty panel, MB', above(theirs, 'heap'), above(ours, 'heap')),
    row('elements in the panel', plain(theirs, 'elements'), plain(ours, 'elements'), '≤ 400'),
    row('slowest step of scrolling to the end, ms', plain(theirs, 'slowest'), plain(ours, 'slowest')),
  ];
}

async function run(orgId) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const rows = [];
  const now = Date.now();
  try {
    let written = 0;
    for (const n of SIZES) {
      await writeAll(panelRecords(written, n, now), orgId);
      written = n;
      await makeDashboards(n, orgId);
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) {
        const taken = {};
        for (const [index] of ARMS.entries()) {
          const arm = ARMS[(index + round) % ARMS.length];
          taken[arm.name] = await measure(browser, arm, n, orgId);
        }
        rounds.push(taken);
      }
      const last = rounds[0]['resilience-nearmiss-panel'].last;
      if (!last?.includes(`number ${n - 1}`)) {
        throw new Error(`The last of ${n} near misses was not reached by scrolling, but “${last}”.`);
      }
      rows.push(...rowsOf(n, rounds));
      console.log(rowsOf(n, rounds).join('\n'));
    }
    return { rows, version: browser.version() };
  } finally {
    await browser.close();
  }
}

const { version: grafana } = await call('GET', '/api/health');
const { orgId: home } = await call('GET', '/api/user');
const { orgId } = await call('POST', '/api/orgs', { name: `Bench ${process.pid}` });
try {
  await call('POST', `/api/plugins/${APP}/settings`, { enabled: true, pinned: true }, orgId);
  const { rows, version } = await run(orgId);
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Chromium ${version}, load ${os.loadavg()[0].toFixed(1)}`;
  const about = `Grafana ${grafana}, ${machine}, ${new Date().toISOString().slice(0, 10)}, ${ROUNDS} rounds in turn, medians, warm caches.`;
  const head =
    '| near misses | what | annolist | near-miss panel | ratio | asked |\n| --- | --- | --- | --- | --- | --- |';
  const file = new URL('results/panel.md', import.meta.url);
  fs.writeFileSync(file, `# Panel bench\n\n\`npm run bench:panel\`. ${about}\n\n${head}\n${rows.join('\n')}\n`);
} finally {
  await call('POST', `/api/user/using/${home}`);
  await call('DELETE', `/api/orgs/${orgId}`);
}
