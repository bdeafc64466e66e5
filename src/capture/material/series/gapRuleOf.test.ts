import { createTheme, type DataFrame, FieldType } from '@grafana/data';
import { gapsOf } from '../../../domain/series/gapsOf';
import { panelSeries } from './panelSeries';

const SURROUNDINGS = {
  ...{ theme: createTheme(), timeZone: 'utc', replaceVariables: (text: string) => text },
  ...{ panelTitle: 'Memory', queries: [] },
};
const TIMES = [0, 10, 20, 30, 60, 70, 80];

async function gapsWith(custom: object, interval?: number, values: readonly unknown[] = TIMES.map(() => 1)) {
  const frame: DataFrame = {
    length: TIMES.length,
    fields: [
      { name: 'time', type: FieldType.time, values: [...TIMES], config: { interval } },
      { name: 'memory', type: FieldType.number, values: [...values], config: {} },
    ],
  };
  const fieldConfig = { defaults: { custom }, overrides: [] };
  const { series } = await panelSeries([frame], { type: 'timeseries', transformations: [], fieldConfig }, SURROUNDINGS);
  const [one = { times: [], values: [] }] = series;
  return gapsOf(one);
}

const BETWEEN = { from: 30, to: 60 };
const NULLS = [1, 1, null, 1, 1, 0, 1];

it('breaks a line where the data source says that rows are missing, and where it gave null', async () => {
  expect(await gapsWith({}, 10)).toEqual([BETWEEN]);
  expect(await gapsWith({})).toEqual([]);
  expect(await gapsWith({}, undefined, NULLS)).toEqual([{ from: 10, to: 30 }]);
  expect(await gapsWith({}, 10, NULLS)).toEqual([{ from: 10, to: 30 }, BETWEEN]);
});

it('lets the panel say how far apart is too far, rather than the data source', async () => {
  expect(await gapsWith({ insertNulls: 15 })).toEqual([BETWEEN]);
  expect(await gapsWith({ insertNulls: 30 }, 10)).toEqual([]);
  expect(await gapsWith({ insertNulls: false }, 10)).toEqual([BETWEEN]);
  expect(await gapsWith({ insertNulls: 'x' }, 10)).toEqual([BETWEEN]);
});

it('draws over gaps where the panel does, over all or over short ones', async () => {
  expect(await gapsWith({ spanNulls: true }, 10, NULLS)).toEqual([]);
  expect(await gapsWith({ spanNulls: false }, 10, NULLS)).toHaveLength(2);
  expect(await gapsWith({ spanNulls: 25 }, 10, NULLS)).toEqual([BETWEEN]);
  expect(await gapsWith({ spanNulls: 'x' }, 10, NULLS)).toHaveLength(2);
});

it('brings rows that came newest first into the order of time', async () => {
  const frame: DataFrame = {
    length: 3,
    fields: [
      { name: 'time', type: FieldType.time, values: [30, 20, 10], config: {} },
      { name: 'memory', type: FieldType.number, values: [3, null, 1], config: {} },
    ],
  };
  const { series } = await panelSeries(
    [frame],
    { type: 'timeseries', transformations: [], fieldConfig: undefined },
    SURROUNDINGS
  );
  expect(series[0]).toMatchObject({ times: [10, 20, 30], values: [1, NaN, 3] });
});

it('takes nothing from rows without a time', async () => {
  const frame: DataFrame = {
    length: 3,
    fields: [
      { name: 'time', type: FieldType.time, values: [10, null, 20], config: {} },
      { name: 'memory', type: FieldType.number, values: [1, 2, 3], config: {} },
    ],
  };
  const { series } = await panelSeries(
    [frame],
    { type: 'timeseries', transformations: [], fieldConfig: undefined },
    SURROUNDINGS
  );
  expect(series[0]).toMatchObject({ times: [10, 20], values: [1, 3] });
});
