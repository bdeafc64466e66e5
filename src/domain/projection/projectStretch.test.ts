import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { projectStretch, otherStretches } from './projectStretch';

const { series, limit } = A_RISING_TREND;
const at = (index: number) => series.times[index] ?? NaN;

it('keeps the end and moves the start', () => {
  const { half, double } = otherStretches(series, { from: at(20), to: at(34) }, 19_000, {});
  expect(half).toMatchObject({ ok: true, window: { from: at(27), to: at(34) }, points: 8 });
  expect(double).toMatchObject({ ok: true, window: { from: at(6), to: at(34) }, points: 29 });
});

it('has no double where the points begin later, nor anything of a stretch without a length', () => {
  expect(otherStretches(series, { from: at(10), to: at(34) }, limit.value, {}).double).toBeNull();
  expect(otherStretches(series, { from: at(3), to: at(3) }, limit.value, {})).toEqual({ half: null, double: null });
  const unmeasured = { ...series, values: series.values.map((value, i) => (i < 15 ? NaN : value)) };
  expect(otherStretches(unmeasured, { from: at(20), to: at(34) }, limit.value, {}).double).toBeNull();
});

it('never looks at what came after the stretch', () => {
  const window = { from: at(20), to: at(34) };
  const doctored = { ...series, values: series.values.map((value, i) => (i > 34 ? 9e9 : value)) };
  expect(otherStretches(doctored, window, limit.value, {})).toEqual(otherStretches(series, window, limit.value, {}));
  expect(projectStretch(doctored, window, limit.value)).toEqual(projectStretch(series, window, limit.value));
});

it('sees a season before the stretch and a reset in it', () => {
  const hours = Array.from({ length: 1000 }, (_, i) => i);
  const daily = { times: hours.map((i) => i * 60_000), values: hours.map((i) => 50 - 30 * Math.cos(i / 50)) };
  const rise = { from: 640 * 60_000, to: 760 * 60_000 };
  expect(projectStretch(daily, rise, 90)).toMatchObject({ ok: false, reason: 'season-longer-than-stretch' });
  const counted = { times: hours.map((i) => i * 1000), values: hours.map((i) => (i < 900 ? i : i - 850)) };
  const window = { from: 500_000, to: 999_000 };
  expect(projectStretch(counted, window, 2000, { counter: true })).toMatchObject({ reason: 'counter-resets' });
});
