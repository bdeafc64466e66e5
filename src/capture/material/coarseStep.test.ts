import { coarseStep, usualStep } from './coarseStep';

const MINUTE = 60_000;
const times = (step: number) => Array.from({ length: 100 }, (_, i) => i * step);
const range = { from: 0, to: 1000 * MINUTE };
const asked = (intervalMs: number, maxDataPoints = 1000) => ({
  range,
  asked: { intervalMs, maxDataPoints, queries: [], filters: [] },
});

it('is the distance of points that the panel asked for, having no room for more', () => {
  expect(coarseStep(times(MINUTE), asked(MINUTE))).toBe(MINUTE);
});

it('is none where the points have a step of their own', () => {
  expect(coarseStep(times(5 * MINUTE), asked(MINUTE))).toBeNull();
  expect(coarseStep(times(MINUTE / 4), asked(MINUTE))).toBeNull();
});

it('is none where the least interval of the data source set the step: there is nothing finer', () => {
  expect(coarseStep(times(MINUTE), asked(MINUTE, 5000))).toBeNull();
});

it('is none where the panel does not tell, or there are no points', () => {
  expect(coarseStep(times(MINUTE), { range, asked: null })).toBeNull();
  expect(coarseStep([], asked(MINUTE))).toBeNull();
  expect(coarseStep([5], asked(MINUTE))).toBeNull();
});

it('goes by the usual distance, whatever the gaps', () => {
  expect(usualStep([0, 10, 20, 900, 910])).toBe(10);
});
