import { createTheme, type DataFrame, DataFrameType, FieldType, toDataFrame } from '@grafana/data';
import { panelSeries } from './panelSeries';

const SURROUNDINGS = {
  theme: createTheme(),
  timeZone: 'utc',
  replaceVariables: (text: string) => text.replace('$inst', 'two'),
  panelTitle: 'Memory of the cart',
  queries: [],
};
const MODEL = { transformations: [], fieldConfig: undefined, type: 'timeseries' };

const frameOf = (times: unknown[], values: unknown[], name = 'memory', meta?: DataFrame['meta']) => ({
  ...toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: times },
      { name, type: FieldType.number, values },
    ],
  }),
  meta,
});
const read = (frames: DataFrame[], model: object = {}) => panelSeries(frames, { ...MODEL, ...model }, SURROUNDINGS);
const withCustom = (custom: object) => ({ fieldConfig: { defaults: { custom } } });

it('gives points whole ms, where a data source gave fractions', async () => {
  const { series } = await read([frameOf([1_000.4, 1_999.6], [1, 2])]);
  expect(series).toEqual([expect.objectContaining({ times: [1_000, 2_000], values: [1, 2] })]);
});

it('puts rows in the order of time, however they were sorted', async () => {
  const { series } = await read([frameOf([3_000, 2_000, 1_000], [3, 2, 1])]);
  expect(series).toEqual([expect.objectContaining({ times: [1_000, 2_000, 3_000], values: [1, 2, 3] })]);
});

it('reads times that came as texts, and leaves out what is no time', async () => {
  const { series } = await read([frameOf(['2026-11-03T12:00:01Z', null, '2026-11-03T12:00:00Z'], [2, 9, 1])]);
  const at = Date.UTC(2026, 10, 3, 12);
  expect(series).toEqual([expect.objectContaining({ times: [at, at + 1_000], values: [1, 2] })]);
});

it('keeps nothing measured apart from zero', async () => {
  const { series } = await read([frameOf([1, 2, 3, 4], [0, null, NaN, 5])]);
  expect(series[0]?.values).toEqual([0, NaN, 5]);
});

it('takes of rows that share a time those in which something was measured', async () => {
  const times = [1, 1, 2, 2, 3, 3];
  const { series } = await read([frameOf(times, [5, null, 6, null, 7, null])]);
  expect(series).toEqual([expect.objectContaining({ times: [1, 2, 3], values: [5, 6, 7] })]);
  expect(series[0]).not.toHaveProperty('repeated');
});

it('reads thresholds and ends that are kept as text, and the first step as the base whatever it holds', async () => {
  const steps = [
    { value: '', color: 'green' },
    { value: '80', color: 'red' },
    { value: 'much', color: 'red' },
  ];
  const defaults = { max: '100', thresholds: { mode: 'absolute', steps } };
  const { series } = await read([frameOf([1, 2], [1, 2])], { fieldConfig: { defaults } });
  expect(series[0]?.hints).toMatchObject({ max: 100, base: 'green', steps: [{ value: 80, colour: 'red' }] });
});

it('tells the total of a stack from a series that is called so', async () => {
  const unstacked = { id: 'custom.stacking', value: { mode: 'none' } };
  const fieldConfig = {
    defaults: { custom: { stacking: { mode: 'normal', group: 'A' } } },
    overrides: [{ matcher: { id: 'byName', options: 'Total' }, properties: [unstacked] }],
  };
  const frames = ['a', 'b', 'Total'].map((name) => frameOf([1, 2, 3], [1, 2, 3], name));
  const { series } = await read(frames, { fieldConfig });
  expect(series.map(({ name, stack }) => [name, stack])).toEqual([
    ['Total', 'total'],
    ['a', 'layer'],
    ['b', 'layer'],
    ['Total (2)', undefined],
  ]);
});

it('takes the last of several values at one time, and counts the others', async () => {
  const { series } = await read([frameOf([1, 2, 2, 3, 4], [1, 2, 7, 3, 4])]);
  expect(series).toEqual([expect.objectContaining({ times: [1, 2, 3, 4], values: [1, 7, 3, 4], repeated: 1 })]);
});

it('turns round what the graph draws downwards, its steps staying where they are drawn', async () => {
  const thresholds = { mode: 'absolute', steps: [{ value: null }, { value: 80 }] };
  const { series } = await read([frameOf([1, 2, 3], [0, 5, null])], {
    fieldConfig: { defaults: { thresholds, custom: { transform: 'negative-Y' } } },
  });
  expect(series[0]?.values).toEqual([0, -5]);
  expect(series[0]?.hints.steps).toContainEqual(expect.objectContaining({ value: 80 }));
});

it('draws a constant as its first value', async () => {
  const { series } = await read([frameOf([1, 2], [4, 5])], withCustom({ transform: 'constant' }));
  expect(series[0]?.values).toEqual([4, 4]);
});

it('draws yes and no as one and nought', async () => {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [1, 2] },
      { name: 'up', type: FieldType.boolean, values: [true, false] },
    ],
  });
  expect((await read([frame])).series[0]?.values).toEqual([1, 0]);
});

it('fills variables that a data source left in a name', async () => {
  const { series } = await read([frameOf([1, 2], [1, 2], 'used on $inst')]);
  expect(series[0]?.name).toBe('used on two');
});

it('gives the only series that nobody named the title of the panel', async () => {
  const { series } = await read([frameOf([1, 2], [1, 2], 'Value')]);
  expect(series[0]?.name).toBe('Memory of the cart');
});

describe('what is no series', () => {
  const rows = frameOf([5, 5, 5, 5], [1, 2, 3, 4]);
  const line = frameOf([1, 2, 3], [1, 2, 3]);

  it.each([
    ['one value', [frameOf([1], [5])], {}, 'one-value'],
    ['one value among gaps', [frameOf([1, 2, 3], [null, 5, null])], {}, 'one-value'],
    ['nothing measured', [frameOf([1, 2], [null, null])], {}, 'nothing'],
    ['no frames', [], {}, 'nothing'],
    ['numbers without a time', [toDataFrame({ fields: [{ name: 'a', values: [1, 2] }] })], {}, 'not-over-time'],
    ['rows at one time', [rows], {}, 'table'],
    ['a table', [line], { type: 'table' }, 'table'],
    ['a heatmap', [line], { type: 'heatmap' }, 'heatmap'],
    ['a histogram', [line], { type: 'histogram' }, 'histogram'],
    ['buckets', [frameOf([1, 2], [1, 2], 'b', { type: DataFrameType.HeatmapRows })], {}, 'heatmap'],
    ['rows with words', [frameOf([1, 2], [1, 2], 'b', { type: DataFrameType.TimeSeriesLong })], {}, 'table'],
  ])('is said of %s', async (_what, frames, model, noSeries) => {
    expect(await read(frames, model)).toMatchObject({ series: [], noSeries });
  });

  it('does not stand among those that are', async () => {
    const { series, noSeries } = await read([frameOf([1], [5], 'new'), frameOf([1, 2], [1, 2], 'old')]);
    expect(series.map(({ name }) => name)).toEqual(['old']);
    expect(noSeries).toBeNull();
  });
});
