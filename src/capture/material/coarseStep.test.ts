import { coarseStep, usualStep, withFinerPoints } from './coarseStep';

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

const hints = { steps: [], mode: 'absolute', thresholdsShown: false } as const;
const coarse = { key: '0', name: 'a', unit: '', labels: {}, hints, times: [0, 10, 20, 30], values: [1, 2, 3, 4] };

it('keeps the coarse points before and after the finer ones', () => {
  expect(withFinerPoints(coarse, { times: [8, 12, 16, 20], values: [7, 8, 9, 10] })).toMatchObject({
    key: '0',
    times: [0, 8, 12, 16, 20, 30],
    values: [1, 7, 8, 9, 10, 4],
  });
});

it('is the series itself without any', () => {
  expect(withFinerPoints(coarse, { times: [], values: [] })).toEqual(coarse);
});
