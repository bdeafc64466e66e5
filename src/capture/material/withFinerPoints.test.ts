import { withFinerPoints } from './withFinerPoints';

const hints = { steps: [], mode: 'absolute', thresholdsShown: false } as const;
const coarse = { key: '0', name: 'a', unit: '', hints, times: [0, 10, 20, 30], values: [1, 2, 3, 4] };

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
