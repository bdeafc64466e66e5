import fc from 'fast-check';
import { rowWindow } from './rowWindow';

it('draws the rows on the screen and a little more', () => {
  expect(rowWindow({ top: 0, height: 100, count: 5000, screen: 800 })).toEqual({ first: 0, last: 14, height: 100 });
});

it('draws nothing for no rows', () => {
  expect(rowWindow({ top: 0, height: 100, count: 0, screen: 800 })).toMatchObject({ first: 0, last: 0 });
});

it('always covers the screen, whatever was scrolled, and never draws many more rows than fit', () => {
  const measured = fc.record({
    top: fc.integer({ min: -600_000, max: 2_000 }),
    height: fc.integer({ min: 20, max: 200 }),
    count: fc.integer({ min: 1, max: 6_000 }),
    screen: fc.integer({ min: 100, max: 2_000 }),
  });
  fc.assert(
    fc.property(measured, ({ top, height, count, screen }) => {
      const { first, last } = rowWindow({ top, height, count, screen });
      const firstSeen = Math.max(0, Math.floor(-top / height));
      const lastSeen = Math.min(count, Math.ceil((screen - top) / height));
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(count);
      expect(last - first).toBeLessThanOrEqual(Math.ceil(screen / height) + 9);
      if (firstSeen < count && lastSeen > 0) {
        expect(first).toBeLessThanOrEqual(firstSeen);
        expect(last).toBeGreaterThanOrEqual(lastSeen);
      }
    })
  );
});
