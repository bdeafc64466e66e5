import fc from 'fast-check';
import { aNearMiss } from '../../testing/builders/builders';
import { logAxis } from './logAxis';

const MINUTE = 60_000;
const margins = (lengths: ReadonlyArray<readonly [atLeast: number, atMost: number | null]>) =>
  lengths.map(([atLeast, atMost]) => ({ nearMiss: aNearMiss(), atLeast, atMost }));

it('begins at a round length below the shortest and leaves room after the longest, which may be open', () => {
  const { ticks, share } = logAxis(
    margins([
      [5 * MINUTE, null],
      [90 * MINUTE, null],
    ])
  );
  expect(ticks.map((tick) => tick / MINUTE)).toEqual([5, 15, 60, 240]);
  expect(share(5 * MINUTE)).toBe(0);
  expect(share(90 * MINUTE)).toBeLessThan(0.8);
});

it('puts equal ratios at equal distances', () => {
  const { share } = logAxis(margins([[MINUTE, 240 * MINUTE]]));
  expect(share(4 * MINUTE) - share(2 * MINUTE)).toBeCloseTo(share(40 * MINUTE) - share(20 * MINUTE), 9);
});

it('holds any lengths in their order, with a few ticks', () => {
  const length = fc.double({ min: 1e-3, max: 1e13, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(length, fc.option(length)), { maxLength: 20 }), (lengths) => {
      const { ticks, share } = logAxis(margins(lengths));
      expect(ticks.length).toBeLessThanOrEqual(4);
      const shares = [...lengths.map(([atLeast]) => atLeast), ...ticks].sort((a, b) => a - b).map(share);
      expect(shares.every((one, at) => one >= (shares[at - 1] ?? 0) && one <= 1)).toBe(true);
    })
  );
});
