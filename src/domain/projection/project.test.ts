import fc from 'fast-check';
import type { ProjectionInput, ProjectionResult } from './project';
import { project } from './project';

const MINUTE = 60_000;
/** Two projections a run. */
const PAIRS = { numRuns: 50 };
const START = 1_700_000_000_000;

/** `count` points a minute apart; `height` gets 0..1 through the stretch and the index. */
function stretch(
  count: number,
  height: (part: number, index: number) => number
): Pick<ProjectionInput, 'times' | 'values'> {
  const indices = Array.from({ length: count }, (_, i) => i);
  return { times: indices.map((i) => START + i * MINUTE), values: indices.map((i) => height(i / count, i)) };
}

const LEAK = stretch(500, (part, i) => 10 + 40 * part + Math.sin(i * 12.9898) * 0.8);
const HORIZON = 1000 * MINUTE;

function answered(result: ProjectionResult) {
  if (!result.ok) {
    throw new Error(`refused: ${result.reason}`);
  }
  return result;
}

function reasonOf(input: ProjectionInput) {
  const result = project(input);
  return result.ok ? 'answered' : result.reason;
}

/** Minutes from the last point of the leak. */
function lead(moment: number | null) {
  return moment === null ? Infinity : (moment - START) / MINUTE - 499;
}

describe('project', () => {
  it('meets a straight line where a ruler does, with the truth inside the interval', () => {
    const result = answered(project({ ...stretch(500, (part) => 10 + 40 * part), limit: 70, horizon: HORIZON }));
    expect(lead(result.crossing)).toBeGreaterThan(242);
    expect(lead(result.crossing)).toBeLessThan(258);
    expect(lead(result.lo)).toBeLessThan(250);
    expect(lead(result.hi)).toBeGreaterThan(250);
    expect(result.p).toBeGreaterThan(0.6);
    expect(result.points).toBe(500);
  });

  it('gives the same answer at every look', () => {
    const input = { ...LEAK, limit: 70, horizon: HORIZON };
    expect(project(input)).toEqual(project(input));
  });

  it('is surer of a straight climb than of a crooked one', () => {
    const straight = answered(project({ ...stretch(400, (part) => 40 * part), limit: 50, horizon: HORIZON }));
    const crooked = answered(
      project({
        ...stretch(400, (part, i) => 40 * part + 25 * Math.sin(i / 3.7) * Math.sin(i / 17)),
        limit: 80,
        horizon: HORIZON,
      })
    );
    expect(straight.p).toBeGreaterThan(crooked.p);
  });

  it('leaves the upper end open where the growth may stop', () => {
    const result = answered(project({ ...LEAK, limit: 100, horizon: HORIZON }));
    expect(result.hi).toBeNull();
    expect(result.p).toBeLessThan(0.9);
  });

  it.each<[string, Partial<ProjectionInput>]>([
    ['too-few-points', { times: [START, START + MINUTE], values: [1, 2] }],
    ['too-few-points', { times: LEAK.times, values: LEAK.values.map(() => NaN) }],
    ['too-few-points', { limit: NaN }],
    ['too-few-points', { horizon: 0 }],
    ['constant', stretch(100, () => 42)],
    ['heading-away', stretch(400, (part) => 60 - 40 * part)],
    ['already-past', { limit: 30 }],
    ['no-trend', stretch(400, (_, i) => 50 + ((i * 7919) % 101) / 10)],
    ['counter-resets', { ...stretch(400, (part, i) => (i < 200 ? i : i - 150)), limit: 500, counter: true }],
    ['limit-unreachable', { limit: 120, ceiling: 100 }],
    ['limit-unreachable', { ...stretch(100, (part) => 50 - 20 * part), limit: -5, floor: 0 }],
    ['limit-unreachable', { limit: Infinity }],
    ['beyond-horizon', { limit: 4000 }],
  ])('refuses with %s', (reason, difference) => {
    expect(reasonOf({ ...LEAK, limit: 70, horizon: HORIZON, ...difference })).toBe(reason);
  });

  it('projects a counter that has not been reset', () => {
    expect(reasonOf({ ...stretch(400, (_, i) => i * i), limit: 200_000, horizon: HORIZON, counter: true })).toBe(
      'answered'
    );
  });

  it('refuses the morning part of a daily season when the day before shows it, not otherwise', () => {
    const days = stretch(2000, (_, i) => 50 - 30 * Math.cos((2 * Math.PI * i) / 720));
    const cut = (from: number, to: number) => ({
      times: days.times.slice(from, to),
      values: days.values.slice(from, to),
    });
    const morning = { ...cut(1500, 1700), limit: 90, horizon: 400 * MINUTE };
    expect(reasonOf({ ...morning, before: cut(0, 1500) })).toBe('season-longer-than-stretch');
    expect(reasonOf(morning)).toBe('answered');
  });

  it('projects a leak on a quiet series although points before it are known', () => {
    const all = stretch(1500, (_, i) => 20 + Math.sin(i) + Math.max(0, i - 1200) / 10);
    const cut = (from: number, to: number) => ({
      times: all.times.slice(from, to),
      values: all.values.slice(from, to),
    });
    expect(reasonOf({ ...cut(1200, 1500), limit: 60, horizon: 600 * MINUTE, before: cut(0, 1200) })).toBe('answered');
  });
});

describe('project, whatever the series', () => {
  const anySeries = fc
    .record({
      count: fc.integer({ min: 6, max: 160 }),
      climb: fc.integer({ min: 5, max: 60 }),
      wobble: fc.integer({ min: 0, max: 12 }),
      teeth: fc.integer({ min: 1, max: 40 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    })
    .map(({ count, climb, wobble, teeth, seed }) =>
      stretch(count, (part, i) =>
        Math.round(100 + climb * part + wobble * (((i * seed) % 97) / 97) + ((i % teeth) * climb) / (teeth * 4))
      )
    );
  const anyLimit = fc.integer({ min: 110, max: 400 });
  const horizon = 300 * MINUTE;

  it('never answers with NaN, and keeps lo, crossing and hi in order', () => {
    fc.assert(
      fc.property(anySeries, anyLimit, (series, limit) => {
        const result = project({ ...series, limit, horizon });
        if (result.ok) {
          const [lo, crossing, hi] = [result.lo, result.crossing, result.hi].map((moment) => moment ?? Infinity);
          expect([lo, crossing, hi]).toEqual([lo, crossing, hi].sort((a, b) => Number(a) - Number(b)));
          expect(lo).toBeGreaterThanOrEqual(series.times.at(-1) ?? NaN);
          expect(result.p).toBeGreaterThanOrEqual(0.1 - 1e-9);
          expect(result.p).toBeLessThanOrEqual(1);
        }
      })
    );
  });

  it('survives anything that is a number, and some things that are not', () => {
    const anyNumber = fc.oneof(fc.double(), fc.constant(NaN), fc.constant(Infinity), fc.integer());
    fc.assert(
      fc.property(fc.array(anyNumber), fc.array(anyNumber), anyNumber, anyNumber, (times, values, limit, within) => {
        const result = project({ times, values, limit, horizon: within });
        const numbers = result.ok ? [result.crossing ?? 0, result.lo ?? 0, result.hi ?? 0, result.p] : [];
        expect(numbers.filter(Number.isNaN)).toEqual([]);
      })
    );
  });

  it('never says earlier or likelier for a farther limit', () => {
    fc.assert(
      fc.property(anySeries, anyLimit, fc.integer({ min: 1, max: 100 }), (series, limit, more) => {
        const near = project({ ...series, limit, horizon });
        const far = project({ ...series, limit: limit + more, horizon });
        if (near.ok && far.ok) {
          expect(far.p).toBeLessThanOrEqual(near.p + 1e-12);
          expect(far.lo ?? Infinity).toBeGreaterThanOrEqual(near.lo ?? Infinity);
          expect(far.crossing ?? Infinity).toBeGreaterThanOrEqual(near.crossing ?? Infinity);
          expect(far.hi ?? Infinity).toBeGreaterThanOrEqual(near.hi ?? Infinity);
        } else if (!near.ok && near.reason === 'beyond-horizon') {
          expect(far.ok).toBe(false);
        }
      }),
      PAIRS
    );
  });

  it('does not care for the unit of the values', () => {
    fc.assert(
      fc.property(
        anySeries,
        anyLimit,
        fc.constantFrom(0.001, 8, 1024 ** 3),
        fc.constantFrom(0, -5000),
        (series, limit, factor, shift) => {
          const values = series.values.map((value) => (value + shift) * factor);
          const other = project({ ...series, values, limit: (limit + shift) * factor, horizon });
          expectAlike(other, project({ ...series, limit, horizon }));
        }
      ),
      PAIRS
    );
  });

  it('does not care for the unit of time', () => {
    fc.assert(
      fc.property(anySeries, anyLimit, fc.constantFrom(1000, 86_400), (series, limit, factor) => {
        const times = series.times.map((time) => (time - START) * factor);
        const slow = project({ ...series, times, limit, horizon: horizon * factor });
        const usual = project({ ...series, limit, horizon });
        const back = (moment: number | null) => (moment === null ? null : moment / factor + START);
        expectAlike(
          slow.ok ? { ...slow, lo: back(slow.lo), crossing: back(slow.crossing), hi: back(slow.hi) } : slow,
          usual
        );
      }),
      PAIRS
    );
  });

  it('says of a fall what it says of the rise in its mirror', () => {
    fc.assert(
      fc.property(anySeries, anyLimit, (series, limit) => {
        const mirrored = project({ ...series, values: series.values.map((value) => -value), limit: -limit, horizon });
        expectAlike(mirrored, project({ ...series, limit, horizon }));
      }),
      PAIRS
    );
  });

  it('does not care for the order of the points, for repeated ones, or for empty ones', () => {
    fc.assert(
      fc.property(anySeries, anyLimit, fc.integer({ min: 1, max: 50 }), (series, limit, step) => {
        const order = series.times.map((_, i) => i).sort((a, b) => ((a * step) % 53) - ((b * step) % 53));
        const repeated = [...order, ...order.slice(0, 5)];
        const times = [...repeated.map((i) => series.times[i] ?? NaN), START + 30_000];
        const values = [...repeated.map((i) => series.values[i] ?? NaN), NaN];
        expect(project({ times, values, limit, horizon })).toEqual(project({ ...series, limit, horizon }));
      }),
      PAIRS
    );
  });
});

/** The same answer, to a thousandth of the horizon: rounding must not show. */
function expectAlike(a: ProjectionResult, b: ProjectionResult) {
  expect(a.ok ? 'answered' : a.reason).toBe(b.ok ? 'answered' : b.reason);
  if (a.ok && b.ok) {
    expect(a.p).toBeCloseTo(b.p, 3);
    for (const key of ['lo', 'crossing', 'hi'] as const) {
      expect(a[key] === null).toBe(b[key] === null);
      expect(Math.abs((a[key] ?? 0) - (b[key] ?? 0))).toBeLessThan(300);
    }
  }
}
