import { createTheme, FieldType, toDataFrame } from '@grafana/data';
import { panelSeries } from './panelSeries';

const SURROUNDINGS = {
  theme: createTheme(),
  timeZone: 'utc',
  replaceVariables: (text: string) => text,
  panelTitle: '',
  queries: [],
};

it('gives points whole ms, where a data source gave fractions', async () => {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [1_000.4, 1_999.6] },
      { name: 'memory', type: FieldType.number, values: [1, 2] },
    ],
  });
  const { series } = await panelSeries(
    [frame],
    { transformations: [], fieldConfig: undefined, type: 'timeseries' },
    SURROUNDINGS
  );
  expect(series).toEqual([expect.objectContaining({ times: [1_000, 2_000], values: [1, 2] })]);
});
