import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { orderByHeading } from './orderByHeading';

const { limit } = A_RISING_TREND;
const line = (slope: number, start = 0) => {
  const times = Array.from({ length: 30 }, (_, i) => i * 1_000);
  return { name: `${slope}`, unit: '', times, values: times.map((t) => start + slope * t) };
};

it('puts the series with the least time left first and those that head elsewhere last', () => {
  const series = [line(0), line(0.1), line(-1, 1_000), line(0.5)];
  expect(orderByHeading(series, [limit, limit, limit, limit])).toEqual([3, 1, 0, 2]);
});

it('knows limits that are approached from above', () => {
  const falling = { ...limit, value: 0, direction: 'falling' as const };
  expect(orderByHeading([line(0.1), line(-0.1, 9_000)], [falling, falling])).toEqual([1, 0]);
});

it('goes by the time that is left, not by the height, and by the middle of what was measured', () => {
  const sparse = line(0.4, 13_000);
  const slow = { ...sparse, times: sparse.times.map((at) => 100 * at) };
  expect(orderByHeading([slow, line(0.4, 12_000)], [limit, limit])).toEqual([1, 0]);
  const spike = {
    ...line(0.1),
    values: line(0.1).values.map((value, i) => (i === 29 ? 24_999 : i === 3 ? NaN : value)),
  };
  expect(orderByHeading([spike, line(0.2)], [limit, limit])).toEqual([1, 0]);
  const mixed = { ...line(0.3), values: line(0.3).values.map((value, i) => (i % 3 === 0 ? value - 9_000 : value)) };
  expect(orderByHeading([mixed, line(0.31)], [limit, limit])).toEqual([1, 0]);
});

it('keeps the given order of two that take the same time', () => {
  expect(orderByHeading([line(0.1), line(0.3), line(0.3)], [limit, limit, limit])).toEqual([1, 2, 0]);
  expect(orderByHeading([line(0), line(0), line(0)], [limit, limit, limit])).toEqual([0, 1, 2]);
});

it('keeps the given order without limits or points, and past a limit', () => {
  const empty = { name: '', unit: '', times: [], values: [] };
  expect(orderByHeading([empty, line(1, 30_000), line(1)], [limit, limit, null])).toEqual([0, 1, 2]);
});

describe('the pace', () => {
  const steady = line(0.1);
  const indexes = Array.from({ length: 30 }, (_, i) => i);
  /** A series of the given value at each point, a second apart unless there was a gap. */
  const drawn = (value: (i: number) => number, at = (i: number) => 1_000 * i) => ({
    name: '',
    unit: '',
    times: indexes.map(at),
    values: indexes.map(value),
  });
  const gapAfter = (last: number) => (i: number) => 1_000 * i + (i > last ? 80_000 : 0);
  const firstIs = (one: typeof steady) => orderByHeading([steady, one], [limit, limit])[0] === 1;

  it('goes by the time from the first third to the last, whatever gap is between', () => {
    for (const gap of [9, 19].map(gapAfter)) {
      expect(firstIs(drawn((i) => 385 * i, gap))).toBe(true);
      expect(firstIs(drawn((i) => 333 * i, gap))).toBe(false);
    }
  });

  it('goes by the last third of the values and by none before', () => {
    expect(firstIs(drawn((i) => (i < 20 ? i : 15 * (i - 19) ** 3)))).toBe(true);
    expect(firstIs(drawn((i) => (i >= 10 && i < 20 ? 20_000 : 10 * i)))).toBe(false);
  });

  it('is that of what was measured, whatever was not', () => {
    expect(firstIs(drawn((i) => (i % 2 === 1 ? NaN : 300 * i)))).toBe(true);
  });

  it('is that of the middle value, wherever a spike stands', () => {
    for (const spike of indexes) {
      expect(firstIs(drawn((i) => (i === spike ? 24_000 : 300 * i)))).toBe(true);
    }
  });

  it('is none of a series that has come to its limit', () => {
    expect(firstIs(drawn((i) => (i < 20 ? 500 * i : limit.value)))).toBe(false);
  });
});
