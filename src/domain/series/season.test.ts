import { seasonOf } from './season';

const HOUR = 3_600_000;
const times = Array.from({ length: 480 }, (_, i) => 1_700_000_000_000 + i * 0.25 * HOUR);
const of = (height: (hour: number) => number) => seasonOf({ times, values: times.map((_, i) => height(i / 4)) });

describe('seasonOf', () => {
  it('finds the day in five days, with a trend or without', () => {
    expect((of((hour) => Math.sin((hour * Math.PI) / 12)) ?? NaN) / HOUR).toBeCloseTo(24, -0.5);
    expect((of((hour) => hour / 60 + Math.sin((hour * Math.PI) / 12)) ?? NaN) / HOUR).toBeCloseTo(24, -0.5);
  });

  it('finds none in a climb, in noise, or in restarts', () => {
    expect(of((hour) => hour)).toBeUndefined();
    expect(of((hour) => (hour * 7919) % 101)).toBeUndefined();
    expect(of((hour) => hour % 24)).toBeUndefined();
  });

  it('finds none in a handful of points', () => {
    expect(seasonOf({ times: [1, 2, 3], values: [1, 2, 1] })).toBeUndefined();
  });
});
