import { graphFieldConfig } from './legacyGraph';

const steps = (thresholds: unknown) => {
  const { defaults } = graphFieldConfig({ type: 'graph', thresholds });
  return defaults.thresholds;
};
const absolute = (...pairs: Array<[number, string]>) => ({
  mode: 'absolute',
  steps: pairs.map(([value, color]) => ({ value, color })),
});

it('reads unit and ends of the left axis, numbers kept as texts too', () => {
  const yaxes = [{ format: 'bytes', min: '0', max: 4294967296, show: true }, { format: 'short' }];
  expect(graphFieldConfig({ yaxes }).defaults).toMatchObject({ unit: 'bytes', min: 0, max: 4294967296 });
});

it('says nothing of what the axis does not say', () => {
  const { defaults } = graphFieldConfig({ yaxes: [{ format: 'ms', min: null, max: 'auto' }] });
  expect(defaults).toMatchObject({ unit: 'ms' });
  expect(defaults).not.toHaveProperty('min');
  expect(defaults).not.toHaveProperty('max');
});

it('keeps what its field config says beside the axis, but for the options of another plugin', () => {
  const fieldConfig = {
    defaults: { unit: 'short', displayName: 'heap', custom: { thresholdsStyle: { mode: 'area' } } },
    overrides: [{ matcher: { id: 'byName', options: 'a' }, properties: [] }],
  };
  const read = graphFieldConfig({ fieldConfig, yaxes: [{ format: 'percent' }] });
  expect(read).toEqual({
    defaults: { unit: 'percent', displayName: 'heap', custom: { spanNulls: false } },
    overrides: fieldConfig.overrides,
  });
});

it('keeps the options of its field config where no axis is stored', () => {
  const fieldConfig = { defaults: { custom: { thresholdsStyle: { mode: 'area' } } } };
  expect(graphFieldConfig({ fieldConfig }).defaults.custom).toMatchObject({ thresholdsStyle: { mode: 'area' } });
});

it('makes steps of thresholds above, the base transparent', () => {
  const thresholds = [
    { op: 'gt', value: 90, colorMode: 'critical', line: true, fill: true },
    { op: 'gt', value: '80', colorMode: 'warning', line: true },
  ];
  expect(steps(thresholds)).toEqual(absolute([-Infinity, 'transparent'], [80, 'orange'], [90, 'red']));
  const custom = graphFieldConfig({ thresholds }).defaults.custom;
  expect(custom).toMatchObject({ thresholdsStyle: { mode: 'line+area' } });
});

it('makes the base of a threshold below, and nothing above it', () => {
  expect(steps([{ op: 'lt', value: 10, colorMode: 'custom', fillColor: '', lineColor: '#123' }])).toEqual(
    absolute([-Infinity, '#123'], [10, 'transparent'])
  );
});

it('colours between two thresholds below as the upper one says, and leaves the room up to one above', () => {
  const below = [
    { op: 'lt', value: 5, colorMode: 'critical' },
    { op: 'lt', value: 10, colorMode: 'warning' },
    { op: 'gt', value: 50, colorMode: 'critical' },
  ];
  expect(steps(below)).toEqual(absolute([-Infinity, 'red'], [5, 'orange'], [10, 'transparent'], [50, 'red']));
});

it.each([
  [{ line: true }, 'line'],
  [{ fill: true }, 'area'],
  [{}, 'line'],
])('draws thresholds with %j as %s', (drawn, mode) => {
  const { defaults } = graphFieldConfig({ thresholds: [{ op: 'gt', value: 1, ...drawn }] });
  expect(defaults.custom).toMatchObject({ thresholdsStyle: { mode } });
});

it('has no step for a threshold without value or direction', () => {
  expect(steps([{ op: 'gt', value: null }, { value: 3 }, null])).toBeUndefined();
  expect(steps([])).toBeUndefined();
  expect(steps('50,80')).toBeUndefined();
});

it('reads the stack, and what stacks by itself, in a group of its own or not at all', () => {
  const seriesOverrides = [
    { alias: 'limit', stack: false },
    { alias: '/^out/', stack: 'B', transform: 'negative-Y' },
    { alias: 'in', stack: true },
    { alias: 'lines only', lines: false },
    { stack: true },
    null,
  ];
  const read = graphFieldConfig({ stack: true, nullPointMode: 'connected', seriesOverrides });
  expect(read.defaults.custom).toEqual({ spanNulls: true, stacking: { mode: 'normal', group: 'A' } });
  expect(read.overrides).toEqual([
    {
      matcher: { id: 'byName', options: 'limit' },
      properties: [{ id: 'custom.stacking', value: { mode: 'none', group: 'A' } }],
    },
    {
      matcher: { id: 'byRegexp', options: '/^out/' },
      properties: [
        { id: 'custom.stacking', value: { mode: 'normal', group: 'B' } },
        { id: 'custom.transform', value: 'negative-Y' },
      ],
    },
    {
      matcher: { id: 'byName', options: 'in' },
      properties: [{ id: 'custom.stacking', value: { mode: 'normal', group: 'A' } }],
    },
  ]);
});

it('lets a stack in percent begin and end by itself', () => {
  const axis = [{ format: 'short', min: 0, max: 100 }];
  const percent = graphFieldConfig({ stack: true, percentage: true, yaxis: { align: false }, yaxes: axis });
  expect(percent.defaults).toMatchObject({ min: undefined, max: undefined });
  expect(percent.defaults.custom).toMatchObject({ stacking: { mode: 'percent' } });
  expect(graphFieldConfig({ percentage: true, yaxis: {}, yaxes: axis }).defaults).toMatchObject({ max: 100 });
});

it('gives a series on the right axis what that one says otherwise', () => {
  const yaxes = [
    { format: 'bytes', max: 100 },
    { format: 'percent', max: '100', min: 0 },
  ];
  const { overrides } = graphFieldConfig({ yaxes, seriesOverrides: [{ alias: 'cpu', yaxis: 2 }] });
  expect(overrides).toEqual([
    {
      matcher: { id: 'byName', options: 'cpu' },
      properties: [
        { id: 'unit', value: 'percent' },
        { id: 'min', value: 0 },
      ],
    },
  ]);
});

it.each([null, 7, [], { yaxes: 'x', thresholds: [7], seriesOverrides: {}, fieldConfig: [] }])(
  'makes an empty one of %j',
  (panel) => {
    expect(graphFieldConfig(panel)).toMatchObject({ defaults: { custom: { spanNulls: false } }, overrides: [] });
  }
);
