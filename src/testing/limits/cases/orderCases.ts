import {
  climb,
  drawn,
  flat,
  noisy,
  panel,
  panelV2,
  type PanelCase,
  relieved,
  restarted,
  thresholds,
} from '../panelCase';

const hosts = (count: number, climbing: number) =>
  Array.from({ length: count }, (_, i) =>
    drawn(`host ${i}`, i === climbing ? climb(30, 75) : noisy(20 + (i % 30), 2, i))
  );

/** Which series comes first, and which stretch of it. */
export const ORDER_CASES: readonly PanelCase[] = [
  panel('the one that heads for its limit', {
    defaults: thresholds([
      [null, 'green'],
      [80, 'red'],
    ]),
    frames: [drawn('flat', noisy(50)), drawn('climbs', climb(30, 70)), drawn('falls', climb(70, 30))],
    want: { series: 'climbs', limit: 80 },
  }),
  panel('the one that meets it soonest', {
    defaults: thresholds([
      [null, 'green'],
      [80, 'red'],
    ]),
    frames: [drawn('slow', climb(30, 50)), drawn('soon', climb(30, 75)), drawn('slower', climb(30, 40))],
    want: { series: 'soon' },
  }),
  panel('without limits the one that moves most', {
    frames: [drawn('a', noisy(50)), drawn('b', noisy(60)), drawn('moves', climb(40, 80)), drawn('c', climb(50, 60))],
    want: { series: 'moves' },
  }),
  panel('not the one that wavers most', {
    frames: [drawn('loud', noisy(500, 60)), drawn('steady', climb(200, 420))],
    want: { series: 'steady' },
  }),
  panel('the 75th of 80 climbs', { frames: hosts(80, 74), want: { series: 'host 74' } }),
  panel('the 75th of 80 climbs towards its limit', {
    defaults: { unit: 'percent' },
    frames: hosts(80, 74),
    want: { series: 'host 74', limit: 100 },
  }),
  panelV2('the last of 120', { frames: hosts(120, 119), want: { series: 'host 119' } }),
  panel('a threshold of its own', {
    defaults: {},
    overrides: [
      {
        matcher: { id: 'byName', options: 'log' },
        properties: [
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [
                { value: null, color: 'green' },
                { value: 30, color: 'red' },
              ],
            },
          },
          { id: 'custom.thresholdsStyle', value: { mode: 'line' } },
        ],
      },
    ],
    frames: [drawn('journal', climb(40, 80)), drawn('log', climb(10, 25))],
    want: { series: 'log', limit: 30 },
  }),
  panel('a climb rather than a recovery, in percent', {
    defaults: { unit: 'percent' },
    frames: [drawn('recovers', climb(90, 10)), drawn('climbs', climb(40, 70))],
    want: { series: 'climbs', limit: 100 },
  }),
  panel('a hidden series is not there', {
    overrides: [
      { matcher: { id: 'byName', options: 'hidden' }, properties: [{ id: 'custom.hideFrom', value: { viz: true } }] },
    ],
    frames: [drawn('hidden', climb(10, 90)), drawn('shown', climb(40, 50))],
    want: { series: 'shown', last: 'shown' },
  }),
  panel('two units: the share that fills up', {
    overrides: [
      { matcher: { id: 'byName', options: 'filled' }, properties: [{ id: 'unit', value: 'percent' }] },
      { matcher: { id: 'byName', options: 'rate' }, properties: [{ id: 'unit', value: 'Bps' }] },
    ],
    frames: [drawn('rate', noisy(5e6, 1e6)), drawn('filled', climb(60, 85))],
    want: { series: 'filled', limit: 100, unit: 'percent' },
  }),
  panel('climbing now', {
    frames: drawn('used', climb(20, 60)),
    want: { heads: 'rising', ends: 'now', stretches: 1 },
  }),
  panel('falling now', { frames: drawn('free', climb(60, 20)), want: { heads: 'falling', ends: 'now' } }),
  panel('before the restart', {
    defaults: thresholds([
      [null, 'green'],
      [100, 'red'],
    ]),
    frames: drawn('heap', restarted(20, 80)),
    want: { heads: 'rising', ends: 'jump', limit: 100 },
  }),
  panel('before a slow relief, and the relief as a choice', {
    defaults: thresholds([
      [null, 'green'],
      [100, 'red'],
    ]),
    frames: drawn('queue', relieved(10, 80, 20)),
    want: { heads: 'rising', ends: 'past', stretches: 2, limit: 100 },
  }),
  panel('a second climb after a restart', {
    defaults: { unit: 'bytes', max: 128 },
    frames: drawn('heap', (part, i) => climb(20, 100)(part < 0.5 ? 2 * part : 2 * part - 1, i)),
    want: { heads: 'rising', ends: 'now', limit: 128 },
  }),
  panel('the climb from zero to a level', {
    frames: drawn('queue', (part, i) => (part < 0.5 ? flat(2)(part, i) : climb(2, 90)((part - 0.5) * 2, i))),
    want: { heads: 'rising', ends: 'now' },
  }),
  panel('what runs out and was filled up', {
    defaults: thresholds([
      [null, 'red'],
      [10, 'green'],
    ]),
    frames: drawn('free', restarted(80, 25)),
    want: { heads: 'falling', ends: 'jump', limit: 10 },
  }),
];
