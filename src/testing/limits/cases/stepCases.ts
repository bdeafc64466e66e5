import { climb, drawn, noisy, panel, panelV2, type PanelCase, thresholds } from '../panelCase';

const rising = drawn('used', climb(20, 60));
const falling = drawn('used', climb(60, 20));
const GREEN_RED = [
  [null, 'green'],
  [80, 'red'],
] as const;

/** Base step, untouched default, percentages, steps that are not drawn. */
export const STEP_CASES: readonly PanelCase[] = [
  panel('one red step ahead', {
    defaults: thresholds(GREEN_RED),
    frames: rising,
    want: { limit: 80, origin: 'threshold' },
  }),
  panel('the farther of two steps', {
    defaults: thresholds([
      [null, 'green'],
      [70, 'orange'],
      [90, 'red'],
    ]),
    frames: rising,
    want: { limit: 90, chips: [70, 90], heads: 'rising', ends: 'now' },
  }),
  panel('a base stored as 0, rising', {
    defaults: thresholds([
      [0, 'green'],
      [70, 'red'],
    ]),
    frames: rising,
    want: { limit: 70, chips: [70] },
  }),
  panel('a base stored as 0, falling', {
    defaults: thresholds([
      [0, 'green'],
      [70, 'red'],
    ]),
    frames: falling,
    want: { limit: null, chips: [70] },
  }),
  panelV2('a base stored as 0 in the second schema, falling', {
    defaults: thresholds([
      [0, 'green'],
      [80, 'red'],
    ]),
    frames: falling,
    want: { limit: null, chips: [80] },
  }),
  panelV2('a base stored as null in the second schema', {
    defaults: { ...thresholds(GREEN_RED), unit: 'bytes' },
    frames: rising,
    want: { limit: 80, unit: 'bytes' },
  }),
  panel('a base that is not the first number: a step at 0 above a base', {
    defaults: thresholds([
      [null, 'red'],
      [0, 'green'],
    ]),
    frames: drawn('slack', climb(50, 8)),
    want: { limit: 0, origin: 'threshold', heads: 'falling' },
  }),
  panel('the untouched default', {
    defaults: thresholds(GREEN_RED, { style: 'off' }),
    frames: rising,
    want: { limit: null, chips: [] },
  }),
  panelV2('the untouched default in the second schema, its base at 0', {
    defaults: thresholds(
      [
        [0, 'green'],
        [80, 'red'],
      ],
      { style: 'off' }
    ),
    frames: rising,
    want: { limit: null, chips: [] },
  }),
  panel('the untouched default in percent', {
    defaults: { ...thresholds(GREEN_RED, { style: 'off' }), unit: 'percent' },
    frames: rising,
    want: { limit: 100, origin: 'percent', chips: [0, 100] },
  }),
  panel('the untouched default on a share', {
    defaults: { ...thresholds(GREEN_RED, { style: 'off' }), unit: 'percentunit' },
    frames: drawn('used', climb(0.2, 0.6)),
    want: { limit: 1, origin: 'percent', chips: [0, 1] },
  }),
  panel('80 drawn on a share is 8000 %', {
    defaults: { ...thresholds(GREEN_RED), unit: 'percentunit' },
    frames: drawn('used', climb(0.2, 0.6)),
    want: { limit: 1, origin: 'percent', chips: [0, 1] },
  }),
  panel('a drawn step at 80 is meant', {
    defaults: { ...thresholds(GREEN_RED), unit: 'percent' },
    frames: rising,
    want: { limit: 80, origin: 'threshold', chips: [0, 80, 100] },
  }),
  panel('steps that the graph does not draw are chips', {
    defaults: thresholds(
      [
        [null, 'green'],
        [70, 'orange'],
        [90, 'red'],
      ],
      { style: 'off' }
    ),
    frames: rising,
    want: { limit: null, chips: [70, 90] },
  }),
  panel('steps that are not drawn, but a max', {
    defaults: {
      ...thresholds(
        [
          [null, 'green'],
          [70, 'red'],
        ],
        { style: 'off' }
      ),
      max: 100,
    },
    frames: rising,
    want: { limit: 100, origin: 'max', chips: [70, 100] },
  }),
  panel('an area counts as drawn', {
    defaults: thresholds(GREEN_RED, { style: 'area' }),
    frames: rising,
    want: { limit: 80 },
  }),
  panel('percentage mode of a max', {
    defaults: {
      ...thresholds(
        [
          [null, 'green'],
          [75, 'orange'],
          [100, 'red'],
        ],
        { mode: 'percentage' }
      ),
      max: 200,
    },
    frames: drawn('used', climb(20, 100)),
    want: { limit: 200, chips: [150, 200] },
  }),
  panel('percentage mode between min and max', {
    defaults: {
      ...thresholds(
        [
          [null, 'green'],
          [50, 'red'],
        ],
        { mode: 'percentage' }
      ),
      min: 100,
      max: 300,
    },
    frames: drawn('used', climb(110, 170)),
    want: { limit: 200, chips: [100, 200, 300] },
  }),
  panel('percentage mode without a max is no limit', {
    defaults: thresholds(
      [
        [null, 'green'],
        [70, 'red'],
      ],
      { mode: 'percentage' }
    ),
    frames: rising,
    want: { limit: null, chips: [] },
  }),
  panel('a step that a series has of its own', {
    defaults: thresholds(GREEN_RED),
    overrides: [
      {
        matcher: { id: 'byName', options: 'used' },
        properties: [
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [
                { value: null, color: 'green' },
                { value: 65, color: 'red' },
              ],
            },
          },
        ],
      },
    ],
    frames: rising,
    want: { limit: 65, chips: [65] },
  }),
  panel('all steps behind', {
    defaults: thresholds([
      [null, 'green'],
      [10, 'yellow'],
    ]),
    frames: rising,
    want: { limit: null, chips: [10] },
  }),
  panel('a step filled from a variable', {
    defaults: thresholds([
      [null, 'green'],
      ['$most', 'red'],
    ]),
    variables: { most: '85' },
    frames: rising,
    want: { limit: 85, stepsUnfilled: false },
  }),
  panelV2('a step filled from a variable in the second schema', {
    defaults: thresholds([
      [0, 'green'],
      ['$most', 'red'],
    ]),
    variables: { most: ' 85 ' },
    frames: rising,
    want: { limit: 85 },
  }),
  panel('a step of a variable without a number', {
    defaults: thresholds([
      [null, 'green'],
      [70, 'orange'],
      ['$most', 'red'],
    ]),
    frames: rising,
    want: { limit: null, stepsUnfilled: true, chips: [70] },
  }),
  panel('noise under its thresholds', {
    defaults: thresholds(GREEN_RED),
    frames: drawn('used', noisy(40)),
    want: { chips: [80] },
  }),
];
