import { plainSpeech } from '../../domain/story/plainSpeech';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { inOrderOfHeading, limitsFor, pastOf, projectCapture, stretchFor, typedLimit } from './proposals';

const { series, limit, stretch, actedAt } = A_RISING_TREND;
const range = { from: series.times[0] ?? 0, to: series.times.at(-1) ?? 0 };
const waiting = (over: Partial<PanelSeries> = {}): PanelSeries => ({
  ...series,
  key: '0.0',
  labels: {},
  hints: { steps: [{ value: 15_000 }, { value: 25_000 }], mode: 'absolute', thresholdsShown: true },
  ...over,
});

it('proposes the growth up to its peak, without the relief', () => {
  const { from, to } = stretchFor(waiting(), range);
  const peak = series.times[series.values.indexOf(Math.max(...series.values))] ?? 0;
  expect(from).toBeGreaterThanOrEqual(range.from);
  expect(Math.abs(to - peak)).toBeLessThan(15 * 60_000);
});

it('proposes the last third where nothing moves', () => {
  const flat = waiting({ values: series.values.map(() => 5) });
  expect(stretchFor(flat, { from: 0, to: 300 })).toEqual({ from: 200, to: 300 });
});

it('offers the limits of the panel in its unit, the farthest beyond the last value first', () => {
  const { proposed, all } = limitsFor(
    waiting({ unit: 'bytes' }),
    { from: range.from, to: range.from + 3_600_000 },
    plainSpeech
  );
  expect(proposed).toMatchObject({ value: 25_000, direction: 'rising', unit: 'bytes', text: '24.4 KiB' });
  expect(all.map(({ value }) => value)).toEqual([25_000, 15_000]);
});

it('projects from the stretch alone, as far as it was seen when somebody acted', () => {
  const early = stretch.to - 30 * 60_000;
  const projection = projectCapture(waiting(), stretch, early, limit);
  expect(projection.window).toEqual({ from: stretch.from, to: early });
  expect(projection.horizon).toBe(2 * (early - stretch.from));
  const doctored = waiting({ values: series.values.map((value, i) => ((series.times[i] ?? 0) > early ? 9e9 : value)) });
  expect(projectCapture(doctored, stretch, early, limit)).toEqual(projection);
});

it('refuses a limit that a percentage cannot reach, unless it has been beyond it before', () => {
  const hints = { steps: [], mode: 'absolute', thresholdsShown: false, unit: 'percent' } as const;
  const percent = waiting({ unit: 'percent', hints, values: series.values.map((value) => value / 200) });
  const beyond = typedLimit(150, percent, stretch, plainSpeech);
  expect(projectCapture(percent, stretch, actedAt, beyond)).toMatchObject({ ok: false, reason: 'limit-unreachable' });
  const cpus = waiting({ unit: 'percent', hints, values: series.values.map((value) => value / 100) });
  expect(projectCapture(cpus, stretch, actedAt, typedLimit(250, cpus, stretch, plainSpeech))).toMatchObject({
    ok: true,
  });
});

it('takes a typed limit below the last value for one to fall to', () => {
  expect(typedLimit(3, waiting(), stretch, plainSpeech)).toMatchObject({ direction: 'falling', origin: 'typed' });
});

it('puts the series first that heads for its limit first', () => {
  const flat = waiting({ key: '1.0', values: series.values.map((_, i) => 3 + (i % 2)) });
  const order = inOrderOfHeading([flat, waiting()], range, plainSpeech);
  expect(order.map(({ key }) => key)).toEqual(['0.0', '1.0']);
});

it('opens at once with hundreds of series, all of them offered', () => {
  const many = Array.from({ length: 300 }, (_, i) => waiting({ key: `${i}` }));
  expect(inOrderOfHeading(many, range, plainSpeech)).toHaveLength(300);
});

it('proposes nothing that is still to come, where the panel shows all of today', () => {
  const today = { from: 0, to: 24 * 3_600_000 };
  const noon = 12 * 3_600_000;
  expect(pastOf(today, noon)).toEqual({ from: 0, to: noon });
  expect(pastOf(today, 30 * 3_600_000)).toEqual(today);
  expect(pastOf(today, -1)).toEqual(today);
});
