import { climb, drawn, flat, noisy, panel, panelV2, type PanelCase, thresholds } from '../panelCase';

const percent = { unit: 'percent' };

/** Where no threshold lies ahead: the ends of scales and axes; and what cannot be reached. */
export const END_CASES: readonly PanelCase[] = [
  panel('the end of a percentage', {
    defaults: percent,
    frames: drawn('disk', climb(40, 75)),
    want: { limit: 100, origin: 'percent', chips: [0, 100], refused: null },
  }),
  panel('what is free of it falls to nothing', {
    defaults: percent,
    frames: drawn('disk free', climb(60, 25)),
    want: { limit: 0, origin: 'percent', refused: null },
  }),
  panelV2('the end of a share', {
    defaults: { unit: 'percentunit' },
    frames: drawn('disk', climb(0.4, 0.75)),
    want: { limit: 1, origin: 'percent' },
  }),
  panel('a max', {
    defaults: { max: 4096, unit: 'bytes' },
    frames: drawn('heap', climb(1000, 3000)),
    want: { limit: 4096, origin: 'max', unit: 'bytes' },
  }),
  panel('a max without overrides beside it', {
    panel: { fieldConfig: { defaults: { unit: 'bytes', max: 4294967296 } } },
    frames: drawn('heap', climb(1e9, 3e9)),
    want: { limit: 4294967296, origin: 'max', unit: 'bytes' },
  }),
  panel('overrides without defaults', {
    panel: {
      fieldConfig: {
        overrides: [{ matcher: { id: 'byName', options: 'heap' }, properties: [{ id: 'max', value: 100 }] }],
      },
    },
    frames: drawn('heap', climb(20, 60)),
    want: { limit: 100, origin: 'max' },
  }),
  panel('a min that is fallen to', {
    defaults: { min: 10 },
    frames: drawn('left', climb(80, 30)),
    want: { limit: 10, origin: 'min' },
  }),
  panel('the soft end of the axis', {
    defaults: { custom: { axisSoftMax: 100 } },
    frames: drawn('used', climb(20, 60)),
    want: { limit: 100, origin: 'soft' },
  }),
  panel('a percentage before the soft end', {
    defaults: { ...percent, custom: { axisSoftMax: 80 } },
    frames: drawn('used', climb(20, 60)),
    want: { limit: 100, origin: 'percent', chips: [0, 80, 100] },
  }),
  panel('a max before the soft end', {
    defaults: { max: 90, custom: { axisSoftMax: 80 } },
    frames: drawn('used', climb(20, 60)),
    want: { limit: 90, origin: 'max', chips: [80, 90] },
  }),
  panel('four CPUs count to 400 %', {
    defaults: { ...percent, max: 400 },
    frames: drawn('cpu', climb(100, 280)),
    want: { limit: 400, origin: 'max', refused: null },
  }),
  panel('four CPUs that have not been beyond one yet', {
    defaults: { ...percent, max: 400 },
    frames: drawn('cpu', climb(20, 90)),
    want: { limit: 400, origin: 'max' },
  }),
  panel('a percentage that has been beyond its end', {
    defaults: percent,
    frames: drawn('cpu', climb(80, 180)),
    want: { limit: null },
  }),
  panel('a typed limit that a percentage cannot reach', {
    defaults: percent,
    frames: drawn('disk', climb(40, 75)),
    want: { typed: 150, refused: 'limit-unreachable' },
  }),
  panel('a typed limit beyond one CPU of four', {
    defaults: { ...percent, max: 400 },
    frames: drawn('cpu', climb(20, 90)),
    want: { typed: 120, refused: null },
  }),
  panel('a threshold for two CPUs', {
    defaults: {
      ...percent,
      ...thresholds([
        [null, 'green'],
        [150, 'red'],
      ]),
    },
    frames: drawn('cpu', climb(40, 90)),
    want: { limit: 150, refused: null },
  }),
  panel('a max that was overstepped is where an axis ends', {
    defaults: { max: 50 },
    frames: drawn('used', climb(20, 60)),
    want: { limit: null },
  }),
  panel('a threshold beyond the max', {
    defaults: {
      max: 70,
      ...thresholds([
        [null, 'green'],
        [90, 'red'],
      ]),
    },
    frames: drawn('used', climb(20, 60)),
    want: { limit: 90, chips: [70, 90], refused: null },
  }),
  panel('nothing to go by', { frames: drawn('used', climb(20, 60)), want: { limit: null, chips: [], refused: null } }),
  panel('a typed limit behind', { frames: drawn('used', climb(20, 60)), want: { typed: 5, refused: 'heading-away' } }),
  panel('a level series has no trend', {
    defaults: percent,
    frames: drawn('used', flat(40)),
    want: { typed: 90, refused: 'constant', stretches: 0 },
  }),
  panel('limits of the other direction stay offered', {
    defaults: {
      ...percent,
      ...thresholds([
        [null, 'red'],
        [20, 'green'],
        [80, 'red'],
      ]),
    },
    frames: drawn('level', climb(40, 60)),
    want: { chips: [0, 20, 80, 100], limit: 80 },
  }),
  panel('noise in percent', { defaults: percent, frames: drawn('cpu', noisy(40)), want: { chips: [0, 100] } }),
];
