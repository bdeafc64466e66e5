import { shapeOf } from './shape';

describe('shapeOf', () => {
  it('counts heights from the last peak, in units of the range', () => {
    expect([...shapeOf(Float64Array.of(10, 20, 30)).heights]).toEqual([-1, -0.5, 0]);
    expect(shapeOf(Float64Array.of(10, 20, 30)).range).toBe(20);
  });

  it('has no states on a straight line, and one on a spike', () => {
    expect([...shapeOf(Float64Array.of(1, 2, 3, 4, 5)).states].map(Math.abs)).toEqual([0, 0, 0, 0, 0]);
    expect(shapeOf(Float64Array.of(0, 1, 7, 3, 4)).states[2]).toBeCloseTo(5 / 7);
  });

  it('says 0 for the range and straightness of equal peaks', () => {
    expect(shapeOf(Float64Array.of(3, 3, 3))).toMatchObject({ range: 0, straightness: 0 });
  });
});
