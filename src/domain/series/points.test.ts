import { cleanPoints } from './points';

describe('cleanPoints', () => {
  it('gives clean input back as it is, uncopied', () => {
    const times = [1, 2, 3];
    expect(cleanPoints(times, [4, 5, 6]).times).toBe(times);
  });

  it('puts points in order and lets the last of equal times win', () => {
    expect(cleanPoints([3, 1, 2, 1], [30, 10, 20, 11])).toEqual({ times: [1, 2, 3], values: [11, 20, 30] });
  });

  it('leaves out what is no number', () => {
    expect(cleanPoints([1, 2, 3, NaN, 5], [1, NaN, Infinity, 4, 5])).toEqual({ times: [1, 5], values: [1, 5] });
  });

  it('takes a lone zero between like neighbours for a missed scrape, a real way to zero not', () => {
    expect(cleanPoints([1, 2, 3], [90, 0, 91]).values).toEqual([90, 91]);
    expect(cleanPoints([1, 2, 3], [2, 0, 9]).values).toEqual([2, 0, 9]);
    expect(cleanPoints([1, 2, 3, 4], [9, 0, 0, 9]).values).toEqual([9, 0, 0, 9]);
    expect(cleanPoints([1, 2, 3], [3, 2, 0]).values).toEqual([3, 2, 0]);
  });

  it('ignores times without values', () => {
    expect(cleanPoints([1, 2, 3], [7])).toEqual({ times: [1], values: [7] });
  });
});
