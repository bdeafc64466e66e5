import { plainSpeech } from '../../domain/story/plainSpeech';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { limitsFor, pastOf, projectCapture, stretchesFor, stretchFor, typedLimit } from './proposals';

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

it('proposes no part in which nothing was measured, where a series ended early', () => {
  const ended = waiting({ times: [0, 10, 20, 30], values: [5, 5, 5, 5] });
  expect(stretchFor(ended, { from: 0, to: 300 })).toEqual({ from: 0, to: 30 });
});

it('offers the limits of the panel in its unit, and proposes the farthest beyond the last value', () => {
  const { proposed, all } = limitsFor(
    waiting({ unit: 'bytes' }),
    { from: range.from, to: range.from + 3_600_000 },
    plainSpeech
  );
  expect(proposed).toMatchObject({ value: 25_000, direction: 'rising', unit: 'bytes', text: '24.4 KiB' });
  expect(all.map(({ value }) => value)).toEqual([15_000, 25_000]);
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

it('reaches what the panel offers beyond the end of a percentage', () => {
  const hints = { steps: [], mode: 'absolute', thresholdsShown: false, unit: 'percent', max: 400 } as const;
  const percent = waiting({ unit: 'percent', hints, values: series.values.map((value) => value / 200) });
  const [most] = limitsFor(percent, stretch, plainSpeech).all.filter(({ origin }) => origin === 'max');
  expect(most?.value).toBe(400);
  expect(most && projectCapture(percent, stretch, actedAt, most)).not.toMatchObject({ reason: 'limit-unreachable' });
});

describe('a limit line', () => {
  const times = series.times;
  const line = waiting({ key: '1.0', name: 'queue limit', hints: { ...waiting().hints, steps: [] } });
  const raised = { ...line, values: times.map((at) => (at < stretch.to - 3_600_000 ? 19_000 : 22_000)) };

  it('is proposed first, and named in its text', () => {
    const { proposed, moving } = limitsFor(waiting({ unit: '' }), stretch, plainSpeech, [
      { ...raised, unit: '', values: times.map(() => 20_000) },
    ]);
    expect(proposed).toMatchObject({ value: 20_000, origin: 'line', text: '20 K (limit line “queue limit”)' });
    expect(moving).toEqual([]);
  });

  it('counts as it stood when somebody acted, and says that it has moved', () => {
    const late = limitsFor(waiting(), stretch, plainSpeech, [raised]);
    expect(late.proposed).toMatchObject({ value: 22_000 });
    expect(late.moving).toEqual([late.proposed]);
    const early = limitsFor(waiting(), stretch, plainSpeech, [raised], stretch.to - 3_700_000);
    expect(early.proposed).toMatchObject({ value: 19_000 });
    expect(early.moving).toEqual([]);
  });
});

describe('the stretches to choose from', () => {
  const swing = waiting({
    values: series.times.map((_, i) => (i < 20 ? 10_000 + 300 * i : Math.max(0, 16_000 - 800 * (i - 20)))),
  });
  const colours = [
    { value: 12_000, colour: 'orange' },
    { value: 20_000, colour: 'red' },
  ];

  it('begin with the one that heads for a threshold, not with the larger recovery', () => {
    const coloured = { ...swing, hints: { ...swing.hints, base: 'green', steps: colours, min: 0 } };
    expect(stretchesFor(coloured, range).map(({ heads }) => heads)).toEqual(['rising', 'falling']);
    const silent = { ...swing, hints: { ...swing.hints, steps: [] } };
    expect(stretchesFor(silent, range).map(({ heads }) => heads)).toEqual(['falling', 'rising']);
  });

  it('are none where nothing moves', () => {
    expect(stretchesFor(waiting({ values: series.values.map(() => 5) }), range)).toEqual([]);
  });
});

it('takes the value of the whole stretch for a limit when somebody acted before it', () => {
  expect(limitsFor(waiting(), stretch, plainSpeech, [], stretch.from - 1)).toEqual(
    limitsFor(waiting(), stretch, plainSpeech)
  );
});

it('proposes nothing that is still to come, where the panel shows all of today', () => {
  const today = { from: 0, to: 24 * 3_600_000 };
  const noon = 12 * 3_600_000;
  expect(pastOf(today, noon)).toEqual({ from: 0, to: noon });
  expect(pastOf(today, 30 * 3_600_000)).toEqual(today);
  expect(pastOf(today, -1)).toEqual(today);
});
