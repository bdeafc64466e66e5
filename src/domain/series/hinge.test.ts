import { hingeOf } from './hinge';

const line = (height: (index: number) => number) => Array.from({ length: 100 }, (_, i) => height(i));

describe('hingeOf', () => {
  it('finds the break between a level, or a slow climb, and a climb', () => {
    expect(hingeOf(line((i) => Math.max(0, i - 60)))).toBe(60);
    expect(hingeOf(line((i) => i / 10 + Math.max(0, i - 40)))).toBe(40);
  });

  it('finds none in one straight line, nor where a climb slows down', () => {
    expect(hingeOf(line((i) => i))).toBe(0);
    expect(hingeOf(line((i) => Math.min(i, 50)))).toBe(0);
    expect(hingeOf([1, 2])).toBe(0);
  });
});
