// Makes provisioning/dashboards/*.json from measured traces. Run it after changing a trace or a panel: node scripts/makeDashboards.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readTrace } from './readTrace.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const MiB = 1024 * 1024;
const DATA_SOURCE = { type: 'grafana-testdata-datasource', uid: 'testdata' };

/** One wave of a predictable_csv_wave query. `ticks` x `step` seconds is how long one climb and its relief take. */
function wave({ trace, ticks, step, start = 0, labels = '' }) {
  const values = readTrace(trace, ticks);
  const turned = [...values.slice(start), ...values.slice(0, start)];
  return { labels, name: '', timeStep: step, valuesCSV: turned.join(',') };
}

function target(waves, extra = {}) {
  return { refId: 'A', datasource: DATA_SOURCE, scenarioId: 'predictable_csv_wave', csvWave: waves, ...extra };
}

function limits(mode, ...steps) {
  return { mode, steps: steps.map(([color, value]) => ({ color, value })) };
}

/**
 * @param {{
 *   id: number, title: string, at: number[], defaults: object, targets: object[], about: string,
 *   overrides?: object[], transformations?: object[], showLimits?: string, top?: number
 * }} panel
 */
function graph({ id, title, at, defaults, targets, about, overrides = [], transformations, showLimits = 'line', top }) {
  const [x, y, w, h] = at;
  return {
    id,
    type: 'timeseries',
    title,
    description: `${about} Measured in five minutes; the time is stretched here, so that it takes hours.`,
    datasource: DATA_SOURCE,
    gridPos: { x, y, w, h },
    targets,
    ...(transformations ? { transformations } : {}),
    fieldConfig: {
      defaults: {
        color: { mode: 'palette-classic' },
        custom: {
          drawStyle: 'line',
          lineWidth: 1,
          fillOpacity: 8,
          showPoints: 'never',
          spanNulls: false,
          thresholdsStyle: { mode: showLimits },
          ...(top ? { axisSoftMax: top } : {}),
        },
        min: 0,
        ...defaults,
      },
      overrides,
    },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'single', sort: 'none' },
    },
  };
}

function dashboard({ uid, title, tags, time, variables, panels, description }) {
  return {
    uid,
    title,
    description,
    tags,
    schemaVersion: 41,
    version: 1,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time,
    timepicker: {},
    refresh: '',
    annotations: {
      list: [
        {
          builtIn: 1,
          datasource: { type: 'grafana', uid: '-- Grafana --' },
          enable: true,
          hide: true,
          iconColor: 'rgba(0, 211, 255, 1)',
          name: 'Annotations & Alerts',
          type: 'dashboard',
        },
      ],
    },
    links: [],
    templating: { list: variables },
    panels,
  };
}

function customVariable(name, label, values) {
  const options = values.map((value, index) => ({ selected: index === 0, text: value, value }));
  return {
    type: 'custom',
    name,
    label,
    hide: 0,
    skipUrlSync: false,
    multi: false,
    includeAll: false,
    query: values.join(','),
    current: options[0],
    options,
  };
}

const checkoutService = dashboard({
  uid: 'checkout-service',
  title: 'Checkout service',
  description: 'Real leaks of our test processes, replayed again and again. The time is stretched.',
  tags: ['checkout'],
  time: { from: 'now-6h', to: 'now' },
  variables: [customVariable('service', 'Service', ['checkout', 'cart', 'payments'])],
  panels: [
    graph({
      id: 1,
      title: 'Heap',
      at: [0, 0, 12, 9],
      top: 540 * MiB,
      about: 'Heap of two Go and Node processes that leak until somebody restarts them; both may use 512 MiB.',
      targets: [
        target([
          wave({ trace: 'lab-node-heap-steady', ticks: 200, step: 60, labels: 'service=cart' }),
          wave({ trace: 'lab-go-steady', ticks: 200, step: 90, start: 60, labels: 'service=payments' }),
        ]),
      ],
      defaults: {
        unit: 'bytes',
        thresholds: limits('absolute', ['green', null], ['orange', 384 * MiB], ['red', 512 * MiB]),
      },
    }),
    graph({
      id: 2,
      title: 'Old generation',
      at: [12, 0, 12, 9],
      about: 'Memory that a Java process keeps after its collections.',
      showLimits: 'dashed',
      targets: [target([wave({ trace: 'lab-jvm-accel', ticks: 190, step: 72, start: 30 })])],
      defaults: {
        unit: 'bytes',
        displayName: 'old generation',
        thresholds: limits('absolute', ['green', null], ['red', 176 * MiB]),
      },
    }),
    graph({
      id: 3,
      title: 'Disk',
      at: [0, 9, 8, 9],
      about: 'A journal on disk that nothing rotates, and one that is rotated.',
      targets: [
        target([
          wave({ trace: 'lab-disk-append-diurnal', ticks: 180, step: 90, start: 45, labels: 'volume=journal' }),
          wave({ trace: 'lab-disk-rotate', ticks: 180, step: 90, start: 20, labels: 'volume=log' }),
        ]),
      ],
      defaults: {
        unit: 'bytes',
        thresholds: limits('absolute', ['green', null], ['red', 48 * MiB]),
      },
      overrides: [
        {
          matcher: { id: 'byName', options: 'log' },
          properties: [{ id: 'thresholds', value: limits('absolute', ['green', null], ['red', 16 * MiB]) }],
        },
      ],
    }),
    graph({
      id: 4,
      title: 'Disk filled',
      at: [8, 9, 8, 9],
      about: 'Share of a 96 MiB volume: a calculated field, renamed.',
      targets: [target([wave({ trace: 'lab-disk-batch', ticks: 180, step: 100, start: 80 })])],
      transformations: [
        {
          id: 'calculateField',
          options: {
            mode: 'binary',
            alias: 'share',
            replaceFields: true,
            binary: {
              left: { matcher: { id: 'byName', options: 'A-series' } },
              operator: '/',
              right: { fixed: String((96 * MiB) / 100) },
            },
          },
        },
        {
          id: 'organize',
          options: {
            excludeByName: {},
            includeByName: {},
            indexByName: {},
            renameByName: { share: 'checkout disk filled' },
          },
        },
      ],
      defaults: {
        unit: 'percent',
        max: 100,
        thresholds: limits('absolute', ['green', null], ['orange', 80], ['red', 95]),
      },
    }),
    graph({
      id: 5,
      title: 'Queue',
      at: [16, 9, 8, 9],
      about: 'Orders waiting. The queue holds 20,000; the limit lines are 75 and 100 % of that.',
      targets: [target([wave({ trace: 'lab-queue-scale', ticks: 200, step: 60, start: 20 })])],
      defaults: {
        unit: 'short',
        max: 20000,
        displayName: 'orders waiting',
        thresholds: limits('percentage', ['green', null], ['orange', 75], ['red', 100]),
      },
    }),
    graph({
      id: 6,
      title: 'Places left in the queue',
      at: [0, 18, 12, 8],
      about: 'Counts down: the limit is below.',
      targets: [target([wave({ trace: 'lab-queue-budget-fast', ticks: 180, step: 80, start: 100 })])],
      defaults: {
        unit: 'short',
        displayName: 'places left',
        thresholds: limits('absolute', ['red', null], ['orange', 40000]),
      },
    }),
    graph({
      id: 7,
      title: 'Orders per batch',
      at: [12, 18, 12, 8],
      about: 'A queue that only grows. Nobody has set a limit on this panel.',
      showLimits: 'off',
      targets: [target([wave({ trace: 'lab-queue-grow', ticks: 200, step: 75, start: 10 })])],
      defaults: { unit: 'short', displayName: 'orders per batch' },
    }),
  ],
});

// TypeScript, bundled in memory, so that any Node 20 can run it: the app gives people the same dashboard.
const { outputFiles } = await build({
  entryPoints: [join(root, 'src/grafana/starterDashboard.ts')],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { starterDashboard } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
const nearMisses = starterDashboard({ uid: 'near-misses', title: 'Near misses' });

for (const made of [checkoutService, nearMisses]) {
  writeFileSync(join(root, 'provisioning/dashboards', `${made.uid}.json`), `${JSON.stringify(made, null, 2)}\n`);
}
