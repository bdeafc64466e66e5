import { seededRandom } from './seededRandom';

describe('seededRandom', () => {
  it('repeats itself for a seed, and differs for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('spreads evenly over 0 to 1', () => {
    const random = seededRandom(3);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(tenths.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  });
});
