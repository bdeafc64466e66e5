import fc from 'fast-check';
import { gapsOf, unmeasuredIn } from './gapsOf';
import { seededRandom } from './seededRandom';
import { type GapRule, withGaps } from './withGaps';

const MINUTE = 60_000;
/** One row a minute, jittered by a tenth, without those in which `isMissing`. */
const scraped = (count: number, isMissing: (minute: number) => boolean = () => false) =>
  Array.from({ length: count }, (_, i) => i)
    .filter((i) => !isMissing(i))
    .map((i) => i * MINUTE + ((i * 7919) % 6_000));
const ones = (times: readonly number[]) => times.map(() => 1);
const gapsIn = (times: readonly number[], values: readonly unknown[] = ones(times), rule?: GapRule) =>
  gapsOf(withGaps(times, values, rule));
const twoHours = (minute: number) => minute >= 200 && minute < 320;

describe('rows that say so', () => {
  it('are a gap between what was measured, whatever stands in them but a number', () => {
    expect(withGaps([1, 2, 3, 4, 5, 6], [1, null, NaN, 'x', Infinity, 0])).toEqual({
      times: [1, 3.5, 6],
      values: [1, NaN, 0],
    });
  });

  it('are none before the first and after the last: zero is a value, the end is no gap', () => {
    expect(withGaps([1, 2, 3, 4, 5], [null, 0, 0, null, null])).toEqual({ times: [2, 3], values: [0, 0] });
    expect(withGaps([1, 2], [null, null])).toEqual({ times: [], values: [] });
  });

  it('are none where a value was measured at the same time', () => {
    expect(gapsIn([1, 2, 2, 3], [1, null, 2, 3])).toEqual([]);
    expect(gapsIn([1, 2, 2, 3], [1, 2, null, 3])).toEqual([]);
  });

  it('are none of this series where they belong to another', () => {
    expect(withGaps([1, 2, 3], [1, undefined, 3])).toEqual({ times: [1, 3], values: [1, 3] });
  });

  it('are found in any order of rows', () => {
    expect(withGaps([4, 3, 2, 1], [8, 7, null, 2])).toEqual({ times: [1, 2, 3, 4], values: [2, NaN, 7, 8] });
  });
});

describe('rows that are missing', () => {
  it('are a gap where the panel or the data source tells how far apart rows lie', () => {
    const times = [0, 15, 30, 46, 60, 90].map((second) => second * 1_000);
    expect(gapsIn(times, ones(times), { interval: 16_000 })).toEqual([{ from: 60_000, to: 90_000 }]);
    expect(gapsIn(times, ones(times), { interval: 30_000 })).toEqual([]);
    expect(gapsIn(times, ones(times), { interval: 0 })).toEqual([]);
  });

  it('are a gap in a series of a steady step, from the second missing row on', () => {
    expect(gapsIn(scraped(600, twoHours))).toMatchObject([{ from: expect.any(Number) }]);
    const [gap] = gapsIn(scraped(600, twoHours));
    expect(Math.round(((gap?.to ?? 0) - (gap?.from ?? 0)) / MINUTE)).toBe(121);
    const even = (missing: number) =>
      Array.from({ length: 60 }, (_, i) => i * MINUTE).filter((_, i) => i < 30 || i >= 30 + missing);
    expect(gapsIn(even(2))).toEqual([]);
    expect(gapsIn(even(3))).toHaveLength(1);
  });

  it('are none in a series that has no step: what comes by chance is not missing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 30, max: 200 }), (seed, count) => {
        const random = seededRandom(seed);
        let at = 0;
        const times = Array.from({ length: count }, () => (at += Math.ceil(-Math.log(1 - random()) * MINUTE)));
        expect(gapsIn(times)).toEqual([]);
      })
    );
    const deploys = [0, 2, 2.1, 9, 9.3, 9.4, 20, 31, 31.2, 50, 50.1, 77].map((hour) => hour * 60 * MINUTE);
    expect(gapsIn(deploys)).toEqual([]);
  });

  it('are none where the interval that was told is not the one the series keeps', () => {
    const times = scraped(600);
    expect(gapsIn(times, ones(times), { interval: 15_000 })).toEqual([]);
    expect(gapsIn(scraped(600, twoHours), ones(scraped(600, twoHours)), { interval: 15_000 })).toHaveLength(1);
  });

  it('are none where there are too few rows to say what is usual', () => {
    expect(gapsIn([0, 1, 2, 3, 200].map((minute) => minute * MINUTE))).toEqual([]);
    expect(gapsIn([])).toEqual([]);
    expect(gapsIn([5])).toEqual([]);
  });

  it('are found whatever else was measured at one time', () => {
    const times = scraped(600, twoHours);
    expect(gapsIn(times.flatMap((at) => [at, at]))).toEqual(gapsIn(times));
  });
});

describe('a panel that draws over gaps', () => {
  const times = scraped(600, twoHours);
  const rows = [0, 1, 2, 3, 4, 5].map((minute) => minute * MINUTE);

  it('has none at all', () => {
    expect(gapsIn(times, ones(times), { connected: true })).toEqual([]);
    expect(gapsIn(rows, [1, null, 2, null, null, 3], { connected: true })).toEqual([]);
    expect(gapsIn(rows, [1, null, 2, null, null, 3], { connected: false })).toHaveLength(2);
  });

  it('has those that are as long as it says', () => {
    const longer = (connected: number) => gapsIn(rows, [1, null, 2, null, null, 3], { connected }).length;
    expect([2, 2.5, 3, 3.5].map((minutes) => longer(minutes * MINUTE))).toEqual([2, 1, 1, 0]);
  });
});

it('counts what of a window was not measured', () => {
  const series = withGaps([0, 10, 20, 30, 40], [1, null, 1, null, 1]);
  expect(unmeasuredIn(series, { from: 0, to: 40 })).toBe(40);
  expect(unmeasuredIn(series, { from: 5, to: 25 })).toBe(20);
  expect(unmeasuredIn(series, { from: 40, to: 90 })).toBe(0);
  expect(gapsOf({ times: [3, 2, 1], values: [1, NaN, 1] })).toEqual([{ from: 1, to: 3 }]);
});
