import { replay } from './replay';

const STRAIGHT = Float64Array.of(-3, -2, -1, 0);
const plan = { random: () => 0, pace: 1, longestRun: 3, startsAfter: () => [0] };

describe('replay', () => {
  it('meets the limit inside a step', () => {
    expect(replay(STRAIGHT, 2.5, 10, plan)).toBeCloseTo(2.5);
  });

  it('is as quick as its pace', () => {
    expect(replay(STRAIGHT, 2, 10, { ...plan, pace: 2 })).toBeCloseTo(1);
  });

  it('gives up at the horizon', () => {
    expect(replay(STRAIGHT, 50, 10, plan)).toBe(Infinity);
    expect(replay(Float64Array.of(3, 2, 1, 0), 1, 10, plan)).toBe(Infinity);
  });
});
