import fc from 'fast-check';
import { rowWindow } from './rowWindow';

const edgesOf = (heights: readonly number[]) =>
  heights.reduce<number[]>((edges, height) => [...edges, (edges[edges.length - 1] ?? 0) + height], [0]);
const HUNDRED_HIGH = Array.from({ length: 5001 }, (_, index) => index * 100);

it('draws the rows on the screen and a little more', () => {
  expect(rowWindow({ top: 0, edges: HUNDRED_HIGH, screen: 800 })).toEqual({ first: 0, last: 15 });
});

it('draws the last rows once all others are scrolled past', () => {
  expect(rowWindow({ top: -499_200, edges: HUNDRED_HIGH, screen: 800 })).toEqual({ first: 4989, last: 5000 });
});

it('draws nothing for no rows', () => {
  expect(rowWindow({ top: 0, edges: [0], screen: 800 })).toEqual({ first: 0, last: 0 });
});

it('always covers the screen, with rows of any height, and never draws many more than fit', () => {
  const measured = fc.record({
    top: fc.integer({ min: -60_000, max: 2_000 }),
    heights: fc.array(fc.integer({ min: 20, max: 225 }), { minLength: 1, maxLength: 400 }),
    screen: fc.integer({ min: 100, max: 2_000 }),
  });
  fc.assert(
    fc.property(measured, ({ top, heights, screen }) => {
      const edges = edgesOf(heights);
      const { first, last } = rowWindow({ top, edges, screen });
      const seen = heights.flatMap((height, index) => {
        const begins = top + (edges[index] ?? 0);
        return begins < screen && begins + height > 0 ? [index] : [];
      });
      const fit = Math.ceil(screen / Math.min(...heights));
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(heights.length);
      expect(last - first).toBeLessThanOrEqual(fit + 12);
      expect(seen.every((index) => index >= first && index < last)).toBe(true);
    })
  );
});
