import { movementOf, visibleMoves } from './movement';

const AT = Array.from({ length: 240 }, (_, i) => i);
const waver = (i: number) => Math.sin(i * 12.9898) * Math.cos(i * 4.1414);
const moving = (value: (i: number) => number) => movementOf({ name: '', unit: '', times: AT, values: AT.map(value) });

it('tells where a series heads, by how much, and where it stands', () => {
  expect(moving((i) => i)).toMatchObject({ heads: 'rising', last: 234.5 });
  expect(moving((i) => 500 - i)).toMatchObject({ heads: 'falling' });
  expect(moving((i) => i)?.gain).toBeGreaterThan(180);
});

it('is nothing for a level series and little for noise', () => {
  expect(moving(() => 7)?.gain).toBe(0);
  const noise = moving((i) => 50 + 10 * waver(i))?.gain ?? NaN;
  const trend = moving((i) => 50 + 10 * waver(i) + i / 10)?.gain ?? NaN;
  expect(noise).toBeLessThan(0.3 * trend);
});

it('is unknown of a series with hardly a point', () => {
  expect(movementOf({ name: '', unit: '', times: [1, 2, 3], values: [1, 2, 3] })).toBeNull();
  expect(moving(() => NaN)).toBeNull();
});

it('is compared within a unit, as a graph with an axis for each shows it', () => {
  const moves = [moving((i) => 1000 + i), moving((i) => i / 240), moving((i) => 10 + i / 20)];
  const [large, tiny, other] = visibleMoves(moves, ['bytes', 'bytes', 's']);
  expect(large).toBeGreaterThan(tiny ?? NaN);
  expect(other).toBeGreaterThan(large ?? NaN);
  expect(visibleMoves([null, moving(() => 0)], ['', ''])).toEqual([0, 0]);
});
