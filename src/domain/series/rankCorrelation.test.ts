import { rankCorrelation } from './rankCorrelation';

describe('rankCorrelation', () => {
  it('is 1 for any rise, -1 for any fall', () => {
    expect(rankCorrelation([1, 2, 30, 31])).toBeCloseTo(1);
    expect(rankCorrelation([4, 3, 0, -100])).toBeCloseTo(-1);
  });

  it('agrees with scipy.stats.spearmanr where values are equal', () => {
    expect(rankCorrelation([1, 2, 2, 3])).toBeCloseTo(0.9486833);
  });

  it('is 0 without any difference', () => {
    expect(rankCorrelation([7, 7, 7])).toBe(0);
    expect(rankCorrelation([])).toBe(0);
  });
});
