import { theilSenSlope } from './theilSenSlope';

describe('theilSenSlope', () => {
  it('is the slope of a line', () => {
    expect(theilSenSlope([1, 3, 5, 7])).toBe(2);
  });

  it('is not tilted by a wild value', () => {
    expect(theilSenSlope([0, 1, 2, 3, 400, 5, 6, 7])).toBe(1);
  });

  it('has no answer for a single value', () => {
    expect(theilSenSlope([1])).toBeNaN();
  });
});
