import { storyScale, valueRange } from './storyScale';

const BOX = { width: 120, height: 60, margin: 10 };
const stretch = { from: 100, to: 200 };
const points = [
  { at: 100, value: 0 },
  { at: 200, value: 40 },
];
const limit = { value: 40, direction: 'rising', unit: '', text: '', origin: 'typed' } as const;
const shape = { points, stretch, limit, projection: null, actedAt: 200 };

it('is as wide as the crop, and leaves the edges to what lies outside', () => {
  const { x, crop } = storyScale(shape, BOX);
  expect(crop).toEqual({ from: 100, to: 210 });
  expect([x(100), x(210), x(320)]).toEqual([0, 120, 240]);
});

it('keeps a fifth of the height for the zone beyond the limit, above or below', () => {
  const rising = storyScale(shape, BOX);
  expect([0, 40, 50].map((value) => Math.round(rising.y(value)))).toEqual([50, 10, 0]);
  expect(rising.range).toEqual({ low: 0, high: 50 });
  const falling = storyScale({ ...shape, limit: { ...limit, value: 0, direction: 'falling' } }, BOX);
  expect([40, 0, -10].map((value) => Math.round(falling.y(value)))).toEqual([10, 50, 60]);
});

it('has a margin at both sides without a limit', () => {
  const { y } = storyScale({ ...shape, limit: null }, BOX);
  expect([y(0), y(40)]).toEqual([50, 10]);
});

it('is as high as what is shown, not as what lies outside the crop', () => {
  const before = { at: 10, value: 9_000 };
  expect(storyScale({ ...shape, points: [before, ...points] }, BOX).range.high).toBe(50);
});

it('grows with what was measured beyond the limit', () => {
  expect(valueRange([...points, { at: 150, value: 90 }], limit, stretch)).toEqual({ low: 0, high: 90 });
});

it('keeps what is far outside within some pictures, and what is no number in the middle', () => {
  const { x, y } = storyScale(shape, BOX);
  expect([x(1e300), x(-1e300)]).toEqual([1_080, -1_080]);
  expect([x(NaN), y(NaN)]).toEqual([60, 25]);
});

it('needs neither points nor a limit', () => {
  const { y } = storyScale({ ...shape, points: [], limit: null }, BOX);
  expect(y(1)).toBe(30);
  expect(storyScale({ ...shape, limit: { ...limit, value: Infinity } }, BOX).range).toEqual({ low: 0, high: Infinity });
});
