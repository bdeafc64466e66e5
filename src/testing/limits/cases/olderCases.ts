import { climb, drawn, inRows, legacy, panel, type PanelCase, thresholds } from '../panelCase';

const line = (op: string, value: number, colorMode = 'critical') => ({ op, value, colorMode, line: true, fill: true });
const used = drawn('used', climb(20, 60));
const axis = (over: object) => ({ yaxes: [{ format: 'short', ...over }, { format: 'short' }] });

/** Panels as Grafana before 8 stored them, and dashboards before schema 16. */
export const OLDER_CASES: readonly PanelCase[] = [
  legacy('a threshold of the old graph', {
    panel: { thresholds: [line('gt', 80)], ...axis({ format: 'percent' }) },
    frames: used,
    want: { limit: 80, unit: 'percent', origin: 'threshold' },
  }),
  legacy('two thresholds of the old graph', {
    panel: { thresholds: [line('gt', 90), line('gt', 70, 'warning')], ...axis({}) },
    frames: used,
    want: { limit: 90, chips: [70, 90] },
  }),
  legacy('a lower threshold of the old graph', {
    panel: { thresholds: [line('lt', 10)], ...axis({}) },
    frames: drawn('free', climb(80, 30)),
    want: { limit: 10, heads: 'falling' },
  }),
  legacy('rising out of a lower threshold of the old graph', {
    panel: { thresholds: [line('lt', 10)], ...axis({}) },
    frames: drawn('free', climb(2, 8)),
    want: { limit: null },
  }),
  legacy('the axis of the old graph', {
    panel: axis({ format: 'bytes', max: 128 }),
    frames: used,
    want: { limit: 128, unit: 'bytes', origin: 'max' },
  }),
  legacy('the axis of the old graph, its end kept as text', {
    panel: axis({ format: 'decbytes', max: '128', min: '0' }),
    frames: used,
    want: { limit: 128, unit: 'decbytes' },
  }),
  legacy('a percentage of the old graph', {
    panel: axis({ format: 'percentunit' }),
    frames: drawn('used', climb(0.2, 0.6)),
    want: { limit: 1, unit: 'percentunit', origin: 'percent' },
  }),
  legacy('a series of the right axis of the old graph', {
    panel: {
      yaxes: [{ format: 'short' }, { format: 'percent' }],
      seriesOverrides: [{ alias: 'used', yaxis: 2 }],
    },
    frames: used,
    want: { unit: 'percent', limit: 100 },
  }),
  legacy('the old singlestat', {
    panel: {
      type: 'singlestat',
      format: 'percent',
      thresholds: '70,90',
      colors: ['#299c46', 'rgba(237, 129, 40, 0.89)', '#d44a3a'],
    },
    frames: used,
    want: { unit: 'percent', limit: 90, chips: [0, 70, 90, 100] },
  }),
  inRows('a panel in a row of the first schemas', {
    panel: { thresholds: [line('gt', 80)], ...axis({ format: 'bytes' }) },
    frames: used,
    want: { unit: 'bytes', limit: 80 },
  }),
  inRows('a time series panel in such a row', {
    panel: { type: 'timeseries', fieldConfig: { defaults: { max: 100, unit: 'bytes' }, overrides: [] } },
    frames: used,
    want: { unit: 'bytes', limit: 100 },
  }),
  panel('a stat shows its thresholds by its colour', {
    panel: { type: 'stat' },
    defaults: thresholds(
      [
        [null, 'green'],
        [70, 'orange'],
        [90, 'red'],
      ],
      { style: 'off' }
    ),
    frames: used,
    want: { limit: 90 },
  }),
  panel('a stat that nobody set a threshold of', {
    panel: { type: 'stat' },
    defaults: thresholds(
      [
        [null, 'green'],
        [80, 'red'],
      ],
      { style: 'off' }
    ),
    frames: used,
    want: { limit: null, chips: [] },
  }),
];
