import { climb, drawn, flat, noisy, panel, type PanelCase, walk } from '../panelCase';

const percent = { unit: 'percent' };

/** Where no colour tells which way is the good one, names do. */
export const MEANING_CASES: readonly PanelCase[] = [
  panel('a success rate rises, by the name of its panel', {
    defaults: { unit: 'percentunit' },
    panel: { title: 'SUCCESS RATE' },
    frames: drawn('po/checkout', climb(0.4, 0.8)),
    want: { limit: null, chips: [0, 1] },
  }),
  panel('a hit ratio falls', {
    defaults: percent,
    frames: drawn('cache hit ratio', climb(80, 35)),
    want: { limit: 0, origin: 'percent', heads: 'falling' },
  }),
  panel('free memory runs out, beside one that only wavers', {
    defaults: { unit: 'bytes', min: 0 },
    frames: [drawn('mail free', noisy(30)), drawn('cart free', climb(80, 30))],
    want: { series: 'cart free', limit: 0, origin: 'min' },
  }),
  panel('one that wavers does not come before one that runs out', {
    defaults: { unit: 'short', min: 0 },
    panel: { title: 'Free slots' },
    frames: [drawn('b', walk(250, 15)), drawn('a', climb(775, 360))],
    want: { series: 'a', limit: 0 },
  }),
  panel('usage recovers to nothing', {
    defaults: { ...percent, min: 0 },
    frames: drawn('memory used', climb(90, 30)),
    want: { limit: null, chips: [0, 100] },
  }),
  panel('errors grow to all of them', {
    defaults: percent,
    frames: drawn('failed requests', climb(20, 70)),
    want: { limit: 100, origin: 'percent' },
  }),
  panel('an axis that ends a little beyond 100 %', {
    defaults: { unit: 'percentunit', max: 1.01 },
    frames: drawn('disk', climb(0.3, 0.8)),
    want: { limit: 1, origin: 'percent', chips: [0, 1, 1.01] },
  }),
  panel('the most of a time beside its percentiles is no limit of theirs', {
    defaults: { unit: 's' },
    frames: [drawn('max', flat(9)), drawn('p99', climb(2, 6)), drawn('avg', noisy(1))],
    want: { series: 'p99', limit: null, chips: [] },
  }),
  panel('a limit beside percentiles is one', {
    defaults: { unit: 's' },
    frames: [drawn('time limit', flat(9)), drawn('p99', climb(2, 6)), drawn('avg', noisy(1))],
    want: { series: 'p99', limit: 9, origin: 'line', last: 'time limit' },
  }),
  panel('what only wavers does not head for its limit before what climbs all the time', {
    defaults: { unit: 'bytes' },
    frames: [
      drawn('mail used', noisy(20, 4), { pod: 'mail' }),
      drawn('cart used', climb(26, 56), { pod: 'cart' }),
      drawn('mail limit', flat(70), { pod: 'mail' }, 'B'),
      drawn('cart limit', flat(70), { pod: 'cart' }, 'B'),
    ],
    want: { series: 'cart used', limit: 70, origin: 'line' },
  }),
];
