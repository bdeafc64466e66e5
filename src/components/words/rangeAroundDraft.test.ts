import { rangeAroundDraft } from './rangeAroundDraft';

const HALF_AN_HOUR = 30 * 60_000;

it('is three times as long as a region', () => {
  expect(rangeAroundDraft({ time: 100, timeEnd: 150 })).toEqual({ from: 50, to: 200 });
});

it('is an hour around an instant, also around one that ends before it begins', () => {
  expect(rangeAroundDraft({ time: 100, timeEnd: 100 })).toEqual({ from: 100 - HALF_AN_HOUR, to: 100 + HALF_AN_HOUR });
  expect(rangeAroundDraft({ time: 100, timeEnd: 0 })).toEqual({ from: 100 - HALF_AN_HOUR, to: 100 + HALF_AN_HOUR });
});
