import { climb, drawn, panel, panelV2, type PanelCase, relieved, thresholds } from '../panelCase';

const rising = drawn('up', climb(2, 8));
const falling = drawn('up', climb(40, 15));
const RED_GREEN = [
  [null, 'red'],
  [10, 'green'],
] as const;

/** Crossing into the better colour is no limit. */
export const NEWS_CASES: readonly PanelCase[] = [
  panel('consumers come back', { defaults: thresholds(RED_GREEN), frames: rising, want: { limit: null, chips: [10] } }),
  panel('consumers go', {
    defaults: thresholds(RED_GREEN),
    frames: falling,
    want: { limit: 10, origin: 'threshold', heads: 'falling' },
  }),
  panel('a hit ratio recovers to the end of its scale', {
    defaults: {
      ...thresholds([
        [null, 'red'],
        [90, 'green'],
      ]),
      unit: 'percent',
    },
    frames: drawn('hits', climb(92, 99)),
    want: { limit: null, chips: [0, 90, 100] },
  }),
  panel('a hit ratio falls', {
    defaults: {
      ...thresholds([
        [null, 'red'],
        [80, 'yellow'],
        [90, 'green'],
      ]),
      unit: 'percent',
    },
    frames: drawn('hits', climb(99, 93)),
    want: { limit: 80, chips: [0, 80, 90, 100] },
  }),
  panel('uptime as a share, the base stored as 0', {
    defaults: {
      ...thresholds([
        [0, 'dark-red'],
        [0.95, 'orange'],
        [0.99, 'green'],
      ]),
      unit: 'percentunit',
    },
    frames: drawn('up', climb(0.9, 0.94)),
    want: { limit: null },
  }),
  panelV2('free places in hex colours, falling', {
    defaults: thresholds([
      [null, '#F2495C'],
      [10, '#FF9830'],
      [20, '#73BF69'],
    ]),
    frames: drawn('free', climb(80, 30)),
    want: { limit: 10 },
  }),
  panel('rgba of the first Grafanas, rising', {
    defaults: thresholds([
      [null, 'rgba(50, 172, 45, 0.97)'],
      [70, 'rgba(237, 129, 40, 0.89)'],
      [90, 'rgba(245, 54, 54, 0.9)'],
    ]),
    frames: drawn('used', climb(20, 60)),
    want: { limit: 90 },
  }),
  panel('rgba of the first Grafanas, upside down', {
    defaults: thresholds([
      [null, 'rgba(245, 54, 54, 0.9)'],
      [70, 'rgba(50, 172, 45, 0.97)'],
    ]),
    frames: drawn('quality', climb(20, 60)),
    want: { limit: null, chips: [70] },
  }),
  panel('load falls to nothing: green below', {
    defaults: {
      ...thresholds([
        [null, 'green'],
        [80, 'red'],
      ]),
      min: 0,
    },
    frames: drawn('load', climb(70, 20)),
    want: { limit: null, chips: [0, 80] },
  }),
  panel('CPU falls to nothing: green below', {
    defaults: {
      ...thresholds([
        [null, 'green'],
        [80, 'red'],
      ]),
      unit: 'percent',
    },
    frames: drawn('cpu', climb(70, 20)),
    want: { limit: null, chips: [0, 80, 100] },
  }),
  panel('a range that may be left above', {
    defaults: thresholds([
      [null, 'red'],
      [20, 'green'],
      [80, 'red'],
    ]),
    frames: drawn('temperature', climb(40, 65)),
    want: { limit: 80 },
  }),
  panel('a range that may be left below', {
    defaults: thresholds([
      [null, 'red'],
      [20, 'green'],
      [80, 'red'],
    ]),
    frames: drawn('temperature', climb(65, 35)),
    want: { limit: 20 },
  }),
  panel('colours that say nothing', {
    defaults: thresholds([
      [null, 'blue'],
      [80, 'purple'],
    ]),
    frames: drawn('used', climb(20, 60)),
    want: { limit: 80 },
  }),
  panel('worse, then still worse', {
    defaults: thresholds([
      [null, 'green'],
      [50, 'light-orange'],
      [70, 'semi-dark-red'],
      [90, 'dark-red'],
    ]),
    frames: drawn('used', climb(20, 45)),
    want: { limit: 90, chips: [50, 70, 90] },
  }),
  panel('already in the red, towards the end of the scale', {
    defaults: {
      ...thresholds([
        [null, 'green'],
        [80, 'red'],
      ]),
      unit: 'percent',
    },
    frames: drawn('disk', climb(82, 93)),
    want: { limit: 100, origin: 'percent' },
  }),
  panel('unmarked below and above, as older thresholds are made new', {
    defaults: thresholds([
      [null, 'red'],
      [20, 'transparent'],
    ]),
    frames: drawn('free', climb(5, 18)),
    want: { limit: null, chips: [20] },
  }),
  panel('the climb, not its recovery', {
    defaults: {
      ...thresholds([
        [null, 'green'],
        [15, 'orange'],
        [20, 'red'],
      ]),
      min: 0,
    },
    frames: drawn('queue', relieved(8, 17, 0)),
    want: { heads: 'rising', limit: 20, chips: [0, 15, 20] },
  }),
];
