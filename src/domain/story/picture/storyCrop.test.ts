import fc from 'fast-check';
import type { Projection } from '../../projection/projection';
import { storyCrop } from './storyCrop';

const stretch = { from: 1_000, to: 1_400 };
const window = stretch;
const limit = { value: 50, direction: 'rising', unit: '', text: '', origin: 'typed' } as const;
const open = {
  ok: true,
  window,
  horizon: 800,
  points: 9,
  crossing: 1_600,
  lo: 1_500,
  hi: null,
  p: 0.6,
  method: '',
} as const;
const points = [0, 500, 1_000, 1_400, 1_800].map((at) => ({ at, value: at }));
const story = { points, stretch, limit, projection: open, actedAt: 1_400 };

it('begins a quarter of the stretch before it and ends a tenth of all after the crossing', () => {
  expect(storyCrop(story)).toEqual({ from: 900, to: 1_670 });
});

it('begins with the first point where nothing was measured before, and never with empty room', () => {
  const from = (...times: number[]) => storyCrop({ ...story, points: times.map((at) => ({ at, value: 1 })) }).from;
  expect(from(950, 1_400)).toBe(950);
  expect(from(1_100, 1_400)).toBe(1_100);
  expect(from(1_400)).toBe(900);
  expect(from()).toBe(900);
});

it.each<[string, Partial<Extract<Projection, { ok: true }>>, number]>([
  ['shortly after the earliest crossing where there is no middle one', { crossing: null }, 1_560],
  ['shortly after a latest crossing that is near', { hi: 1_650 }, 1_725],
  ['where a latest crossing that is far away is left to the edge', { hi: 2_200 }, 1_780],
  ['after the stretch where it would have crossed before that', { crossing: 1_300, lo: 1_200 }, 1_450],
])('ends %s', (_where, over, to) => {
  expect(storyCrop({ ...story, projection: { ...open, ...over } }).to).toBe(to);
});

it('shows without a road a little of what came after, as far as something was measured', () => {
  const refused: Projection = { ok: false, reason: 'no-trend', window, horizon: 800, points: 9 };
  const to = (over: object) => storyCrop({ ...story, ...over }).to;
  expect(to({ projection: refused })).toBe(1_560);
  expect(to({ projection: null })).toBe(1_560);
  expect(to({ limit: null })).toBe(1_560);
  expect(to({ projection: { ...open, crossing: null, lo: null } })).toBe(1_560);
  expect(to({ limit: null, points: points.slice(0, 4) })).toBe(1_450);
});

it('ends after the acting, but does not follow a mistaken year', () => {
  expect(storyCrop({ ...story, actedAt: 1_700 }).to).toBe(1_780);
  expect(storyCrop({ ...story, actedAt: 9_999_999 }).to).toBe(2_330);
});

it('always shows all of a stretch in which something was measured, and the crossing', () => {
  const moment = fc.integer({ min: 0, max: 1e12 });
  const length = fc.integer({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(moment, length, length, length, (from, long, later, margin) => {
      const of = { from, to: from + long };
      const crossing = of.to + later + margin;
      const projection = { ...open, window: of, horizon: 2 * long, crossing, lo: null };
      const measured = [from, of.to].map((at) => ({ at, value: 1 }));
      const crop = storyCrop({ points: measured, stretch: of, limit, projection, actedAt: of.to + later });
      expect(crop.from).toBeLessThanOrEqual(from);
      expect(crop.to).toBeGreaterThan(crossing);
    })
  );
});
