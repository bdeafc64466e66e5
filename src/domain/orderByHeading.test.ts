import { A_RISING_TREND } from '../testing/aRisingTrend';
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

it('keeps the given order without limits or points, and past a limit', () => {
  const empty = { name: '', unit: '', times: [], values: [] };
  expect(orderByHeading([empty, line(1, 30_000), line(1)], [limit, limit, null])).toEqual([0, 1, 2]);
});
