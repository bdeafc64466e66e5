import { quantile } from './quantile';

describe('quantile', () => {
  it('agrees with R (type 7)', () => {
    expect(quantile([3, 1, 2, 10], 0.5)).toBe(2.5);
    expect(quantile([3, 1, 2, 10], 0.9)).toBeCloseTo(7.9);
    expect(quantile([5], 0.1)).toBe(5);
  });

  it('answers with Infinity, not NaN, where the list ends in it', () => {
    expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity);
    expect(quantile([1, Infinity], 0.5)).toBe(Infinity);
  });

  it('has no answer for an empty list', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});
