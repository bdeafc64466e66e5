import { straightnessOf } from './straightness';

describe('straightnessOf', () => {
  it("agrees with R's summary(lm(y ~ x))$r.squared", () => {
    expect(straightnessOf([1, 2, 4, 3])).toBeCloseTo(0.64);
    expect(straightnessOf([5, 3, 1])).toBeCloseTo(1);
  });

  it('keeps its digits on a large offset', () => {
    expect(straightnessOf([1, 2, 4, 3].map((value) => value + 1e12))).toBeCloseTo(0.64);
  });

  it('is 0 without a slope to speak of', () => {
    expect(straightnessOf([2, 2, 2])).toBe(0);
    expect(straightnessOf([1, 2, 1])).toBe(0);
    expect(straightnessOf([1])).toBe(0);
  });
});
