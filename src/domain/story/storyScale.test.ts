import { storyScale } from './storyScale';
import type { Projection } from '../projection/projection';

const BOX = { width: 120, height: 60, margin: 10 };
const main = { name: '', unit: '', times: [100, 200], values: [0, 40] };
const limit = { value: 50, direction: 'rising', unit: '', text: '', origin: 'typed' } as const;
const stretch = { from: 120, to: 180 };
const window = { from: 100, to: 200 };
const open: Projection = {
  ok: true,
  window,
  horizon: 1_000,
  points: 2,
  crossing: 260,
  lo: 240,
  hi: null,
  p: 0.5,
  method: '',
};
const shape = { main, stretch, limit, projection: null };

it('leaves a margin on all sides, and has the limit in it', () => {
  const { x, y, end } = storyScale(shape, BOX);
  expect([x(100), x(150), x(200)]).toEqual([10, 60, 110]);
  expect([y(0), y(25), y(50)]).toEqual([50, 30, 10]);
  expect(end).toBe(200);
});

it('keeps what lies outside at the edge, and what is no number in the middle', () => {
  const { x, y } = storyScale(shape, BOX);
  expect([x(0), x(900), y(-9), y(900)]).toEqual([10, 110, 50, 10]);
  expect([x(NaN), y(NaN)]).toEqual([60, 30]);
});

it('is as wide as the stretch where that goes beyond the points', () => {
  const { x, end } = storyScale({ ...shape, stretch: { from: 50, to: 250 } }, BOX);
  expect([x(50), x(250), end]).toEqual([10, 110, 250]);
});

it.each([
  ['to the end of the band', { hi: 400 }, 400],
  ['to the crossing where the band ends before', { hi: 230 }, 260],
  ['half a window beyond the crossing where the band is open', {}, 310],
  ['no further than the horizon', { horizon: 80 }, 280],
  ['half a window on without a crossing', { crossing: null }, 250],
])('reaches %s', (_where, over, expected) => {
  expect(storyScale({ ...shape, projection: { ...open, ...over } }, BOX).end).toBe(expected);
});

it('has no room for a projection that was refused', () => {
  const refused: Projection = { ok: false, reason: 'constant', window, horizon: 1_000, points: 2 };
  expect(storyScale({ ...shape, projection: refused }, BOX).end).toBe(200);
});

it('needs neither points nor a limit', () => {
  const { x, y } = storyScale({ ...shape, main: undefined, limit: null }, BOX);
  expect([x(120), x(180), y(1)]).toEqual([10, 110, 30]);
  expect(storyScale({ ...shape, limit: null }, BOX).y(40)).toBe(10);
});

it('takes gaps and infinite values for no values', () => {
  const gaps = { ...main, values: [NaN, Infinity] };
  expect(storyScale({ ...shape, main: gaps }, BOX).y(50)).toBe(30);
});
