import { directionOf } from './direction';

const times = Array.from({ length: 300 }, (_, i) => 1_700_000_000_000 + i * 1000);
const of = (height: (index: number) => number) =>
  directionOf(
    times,
    times.map((_, i) => height(i))
  );

describe('directionOf', () => {
  it('sees through the teeth of a saw', () => {
    expect(of((i) => i / 10 + 20 * ((i % 23) / 23))).toBe('rising');
    expect(of((i) => -i / 10 + 20 * ((i % 23) / 23))).toBe('falling');
  });

  it('sees no direction in noise, in a constant, or in a handful of points', () => {
    expect(of((i) => (i * 7919) % 101)).toBeUndefined();
    expect(of(() => 3)).toBeUndefined();
    expect(directionOf([1, 2, 3], [1, 2, 3])).toBeUndefined();
    expect(directionOf([], [])).toBeUndefined();
  });

  it('reads points in any order, newest first included', () => {
    expect(
      directionOf(
        [...times].reverse(),
        times.map((_, i) => -i)
      )
    ).toBe('rising');
  });
});
