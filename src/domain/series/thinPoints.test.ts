import { thinPoints } from './thinPoints';

const START = 1_790_000_000_000;
/** One point a second with these values. */
const points = (...values: number[]) => values.map((value, index) => ({ at: START + 1_000 * index, value }));
const secondsOf = (thinned: ReturnType<typeof thinPoints>) => thinned.map(({ at }) => (at - START) / 1_000);

it('gives back as many as are wanted, and one more no longer', () => {
  expect(thinPoints(points(1, 2, 3, 4), 4)).toEqual(points(1, 2, 3, 4));
  expect(secondsOf(thinPoints(points(1, 2, 3, 4, 5), 4))).toEqual([0, 4]);
  expect(thinPoints([], 4)).toEqual([]);
});

it('keeps of each span the lowest and the highest, beside the first and the last of all', () => {
  expect(secondsOf(thinPoints(points(2, 3, 1, 2, 2, 2, 9, 2, 0, 2), 6))).toEqual([0, 1, 2, 6, 8, 9]);
});

it('keeps of equal peaks and of equal troughs the first', () => {
  expect(secondsOf(thinPoints(points(1, 0, 0, 5, 5, 0, 5, 1), 4))).toEqual([0, 1, 3, 7]);
});

it('counts what was measured at the last moment among the last span', () => {
  expect(secondsOf(thinPoints(points(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 6))).toEqual([0, 4, 5, 9]);
  const twice = [...points(1, 1, 1, 1, 1), ...[7, 1].map((value) => ({ at: START + 5_000, value }))];
  expect(thinPoints(twice, 6)).toContainEqual({ at: START + 5_000, value: 7 });
});

it('keeps the extremes of what was all measured at one moment', () => {
  const moment = [3, 9, 1, 4, 2].map((value) => ({ at: 7, value }));
  expect(thinPoints(moment, 4).map(({ value }) => value)).toEqual([3, 9, 1, 2]);
});
