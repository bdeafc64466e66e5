import fc from 'fast-check';
import { heldStretch, isMeasured, measuredSpan } from './heldStretch';

const SPAN = { from: 100, to: 200 };
const points = (times: number[], values: number[] = times) => ({ times, values });

it('knows from when to when a series was measured, in any order, and nothing of what is to come', () => {
  expect(measuredSpan(points([3, 1, 2]), 9)).toEqual({ from: 1, to: 3 });
  expect(measuredSpan(points([1, 2, 3, 4, 5], [NaN, 2, NaN, 4, NaN]), 9)).toEqual({ from: 2, to: 4 });
  expect(measuredSpan(points([1, 2, 3]), 2)).toEqual({ from: 1, to: 2 });
  expect(measuredSpan(points([1]), 9)).toBeNull();
  expect(measuredSpan(points([]), 9)).toBeNull();
});

it.each([
  ['inside', { from: 120, to: 150 }, { from: 120, to: 150 }],
  ['over the end', { from: 150, to: 900 }, { from: 150, to: 200 }],
  ['over the start', { from: 0, to: 150 }, { from: 100, to: 150 }],
  ['over both', { from: 0, to: 900 }, SPAN],
  ['behind the end', { from: 300, to: 330 }, { from: 170, to: 200 }],
  ['before the start', { from: 0, to: 30 }, { from: 100, to: 130 }],
  ['behind the end and longer than all', { from: 300, to: 900 }, SPAN],
  ['right behind the end', { from: 200, to: 230 }, { from: 170, to: 200 }],
])('holds a stretch %s', (_where, asked, held) => {
  expect(heldStretch(asked, SPAN)).toEqual(held);
});

it('never leaves the span, never is empty, and never grows', () => {
  const stretch = fc
    .tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
    .map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(stretch, stretch, (asked, span) => {
      const { from, to } = heldStretch(asked, span);
      expect([from >= span.from, to <= span.to, from < to, to - from <= asked.to - asked.from]).toEqual([
        ...[true, true, true, true],
      ]);
    })
  );
});

it('tells a stretch with a point from one without, whatever stands beside it', () => {
  const series = points([1, 2, 3, 9], [1, NaN, 3, 4]);
  expect(isMeasured(series, { from: 1, to: 2 })).toBe(true);
  expect(isMeasured(series, { from: 2, to: 3 })).toBe(true);
  expect(isMeasured(series, { from: 2, to: 2 })).toBe(false);
  expect(isMeasured(series, { from: 4, to: 8 })).toBe(false);
});
