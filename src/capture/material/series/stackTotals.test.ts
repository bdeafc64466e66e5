import { type Field, FieldType } from '@grafana/data';
import { withTotals } from './stackTotals';

const HINTS = { steps: [{ value: 8 }], mode: 'absolute', thresholdsShown: true } as const;
const NORMAL = { mode: 'normal', group: 'A' };

interface Layer {
  stacking?: object;
  unit?: string;
  labels?: Record<string, string>;
  times?: number[];
  drawStyle?: string;
}

function layer(
  name: string,
  values: number[],
  { stacking = NORMAL, unit = 'bytes', labels = {}, ...more }: Layer = {}
) {
  const { times = values.map((_, i) => i * 10), drawStyle } = more;
  const field: Field = { name, type: FieldType.number, config: { custom: { stacking, drawStyle } }, values: [] };
  return { field, series: { key: name, name, unit, labels, hints: HINTS, times, values } };
}

const told = (...layers: Array<ReturnType<typeof layer>>) =>
  withTotals(layers).map(({ name, stack, values }) => ({ name, stack, values }));

it('puts what the layers come to before them, with what they share', () => {
  const labels = (pod: string) => ({ labels: { app: 'cart', pod } });
  const [total, ...layers] = withTotals([layer('a', [1, 2], labels('a')), layer('b', [3, 4], labels('b'))]);
  expect(total).toEqual({
    key: expect.stringContaining('total'),
    name: 'Total',
    unit: 'bytes',
    labels: { app: 'cart' },
    hints: HINTS,
    times: [0, 10],
    values: [4, 6],
    stack: 'total',
  });
  expect(layers.map(({ name, stack }) => [name, stack])).toEqual([
    ['a', 'layer'],
    ['b', 'layer'],
  ]);
});

it('sums what was measured, and nothing where nothing was', () => {
  const [total] = withTotals([layer('a', [1, NaN, NaN, 4]), layer('b', [3, 4, NaN, NaN])]);
  expect(total?.values).toEqual([4, 4, NaN, 4]);
});

it('has no gap where one layer alone has one', () => {
  const broken = layer('a', [1, NaN, 4], { times: [0, 15, 30] });
  const [total] = withTotals([broken, layer('b', [3, 4, 5, 6]), layer('c', [3, 4, 5, 6])]);
  expect(total).toMatchObject({ times: [0, 10, 20, 30], values: [7, 8, 10, 16] });
});

it('sums layers that begin late and end early', () => {
  const [total] = withTotals([
    layer('old', [5, 5, 5], { times: [0, 10, 20] }),
    layer('new', [1, 2, 3], { times: [20, 30, 40] }),
  ]);
  expect(total).toMatchObject({ times: [0, 10, 20, 30, 40], values: [5, 5, 6, 2, 3] });
});

it('makes no total of layers that were measured at different times', () => {
  const shifted = layer('b', [3, 4, 5], { times: [5, 15, 25] });
  expect(told(layer('a', [1, 2, 3]), shifted).map(({ name, stack }) => [name, stack])).toEqual([
    ['a', 'layer'],
    ['b', 'layer'],
  ]);
});

it('makes no total of a stack in percent', () => {
  const stacking = { mode: 'percent', group: 'A' };
  expect(told(layer('a', [1], { stacking }), layer('b', [1], { stacking }))).toMatchObject([
    { name: 'a', stack: 'layer' },
    { name: 'b', stack: 'layer' },
  ]);
});

it('makes one of each group, unit, style and side of zero', () => {
  const other = { stacking: { mode: 'normal', group: 'B' } };
  const all = told(
    layer('in', [1, 1]),
    layer('more in', [2, 2]),
    layer('out', [-1, -1]),
    layer('more out', [-2, -2]),
    layer('other', [5, 5], other),
    layer('and other', [6, 6], other),
    layer('line', [9, 9], { drawStyle: 'bars' }),
    layer('count', [7, 7], { unit: 'short' }),
    layer('limit', [8, 8], { stacking: { mode: 'none', group: 'A' } })
  );
  expect(all.slice(0, 3)).toEqual([
    { name: 'Total', stack: 'total', values: [3, 3] },
    { name: 'Total (2)', stack: 'total', values: [-3, -3] },
    { name: 'Total (3)', stack: 'total', values: [11, 11] },
  ]);
  expect(all.slice(-3).map(({ stack }) => stack)).toEqual([undefined, undefined, undefined]);
});

it('knows no stack of one, and none where the panel has none', () => {
  expect(told(layer('a', [1, 2]))).toEqual([{ name: 'a', stack: undefined, values: [1, 2] }]);
  expect(told(layer('a', [1], { stacking: {} }), layer('b', [1], { stacking: {} }))).toHaveLength(2);
});
