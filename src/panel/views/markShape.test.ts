import fc from 'fast-check';
import { LEAST_WIDTH, markShape } from './markShape';
import type { Projection } from '../../domain/projection/projection';

const HOUR = 3_600_000;
const ACTED = 100 * HOUR;
const STRETCH = { from: ACTED - 3 * HOUR, to: ACTED };
const told = (over: { lo: number | null; crossing: number | null; hi: number | null }): Projection => ({
  ok: true,
  p: 0.7,
  method: 'replay',
  window: STRETCH,
  horizon: 6 * HOUR,
  points: 20,
  ...over,
});
const OPEN = told({ lo: ACTED + HOUR, crossing: ACTED + 2 * HOUR, hi: null });
const nearMiss = { stretch: STRETCH, actedAt: ACTED, projection: OPEN };
const perHour = (px: number) => (at: number) => (px * at) / HOUR;

it('lies on the scale of its lane where there is room', () => {
  expect(markShape(nearMiss, perHour(10), 0)).toEqual({
    stretch: { from: 970, to: 1000 },
    act: 1000,
    margin: { lo: 1010, hi: null },
    crossing: 1020,
    enlarged: false,
  });
});

it('is enlarged around its place where its time is too short to be seen, and says so', () => {
  const shape = markShape(nearMiss, perHour(0.1), 500);
  expect(shape.enlarged).toBe(true);
  expect(shape.stretch?.from).toBe(500 - LEAST_WIDTH / 2);
  expect(shape.crossing).toBe(500 + LEAST_WIDTH / 2);
});

it('has a margin with an end where its interval has one', () => {
  const projection = told({ lo: ACTED + HOUR, crossing: null, hi: ACTED + 4 * HOUR });
  expect(markShape({ ...nearMiss, projection }, perHour(10), 0).margin).toEqual({ lo: 1010, hi: 1040 });
});

it('has no margin where none is known: refused, below even with no lower end, or past before the act', () => {
  const refused: Projection = { ok: false, reason: 'no-trend', window: STRETCH, horizon: HOUR, points: 3 };
  const nowhere = told({ lo: null, crossing: null, hi: null });
  const past = told({ lo: ACTED - HOUR, crossing: ACTED + HOUR, hi: null });
  for (const projection of [null, refused, nowhere, past]) {
    expect(markShape({ ...nearMiss, projection }, perHour(10), 0).margin).toBeNull();
  }
});

it('is the act alone, where it was, for kinds without a graph', () => {
  const shape = markShape({ stretch: null, actedAt: ACTED, projection: null }, perHour(0.1), 500);
  expect(shape).toEqual({ stretch: null, act: 10, margin: null, crossing: null, enlarged: false });
});

it('keeps stretch and margin in proportion at every scale', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 50, noNaN: true }), (scale) => {
      const { stretch, act, margin } = markShape(nearMiss, perHour(scale), 500);
      const stretchWidth = act - (stretch?.from ?? 0);
      expect(((margin?.lo ?? 0) - act) / stretchWidth).toBeCloseTo(1 / 3);
    })
  );
});
