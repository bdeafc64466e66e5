import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import type { EvidenceSeries } from './evidence';
import { gapsOf } from './gapsOf';
import { measuredPoints, rowsOf } from './measuredPoints';
import type { Point } from './thinPoints';
import { packEvidence } from './packEvidence';
import { unpackEvidence } from './unpackEvidence';

const { series, stretch } = A_RISING_TREND;

const wild = fc
  .record({
    name: typedText,
    points: fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
      {
        selector: ([at]) => at,
        minLength: 1,
        maxLength: 400,
      }
    ),
  })
  .map(({ name, points }): EvidenceSeries => {
    const sorted = [...points].sort(([a], [b]) => a - b);
    return { name, unit: 'short', times: sorted.map(([at]) => at), values: sorted.map(([, value]) => value) };
  });
const EVERYTHING = { from: 0, to: 1e12 };

it('keeps every value and time within a small part of its range', () => {
  fc.assert(
    fc.property(wild, (given) => {
      fc.pre(given.times.length <= 240);
      const [back] = unpackEvidence(packEvidence([given], EVERYTHING)).series;
      const off = (numbers: readonly number[], others: readonly number[] = []) =>
        Math.max(...numbers.map((number, i) => Math.abs(number / 2 - (others[i] ?? NaN) / 2)));
      const range = (numbers: readonly number[]) => Math.max(...numbers) / 2 - Math.min(...numbers) / 2;
      expect(back?.values).toHaveLength(given.values.length);
      expect(off(given.values, back?.values)).toBeLessThanOrEqual(range(given.values) / 8_000 + Number.MIN_VALUE);
      expect(off(given.times, back?.times)).toBeLessThanOrEqual(range(given.times) / 8_000 + 1);
    })
  );
});

describe('gaps', () => {
  /** Runs of points, each run some time after the one before; a gap between two runs, or none where that is told. */
  const runs = fc
    .array(
      fc.record({
        count: fc.integer({ min: 1, max: 120 }),
        apart: fc.integer({ min: 2, max: 300 }),
        gap: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 }
    )
    .map((all) => {
      const points: Point[] = [];
      let at = 0;
      for (const { count, apart, gap } of all) {
        at += 1_000 * apart;
        for (let i = 0; i < count; i++, at += 1_000) {
          const value = Math.sin(at * 7) * 50;
          points.push(gap && i === 0 && points.length > 0 ? { at, value, afterGap: true } : { at, value });
        }
      }
      return points;
    });
  const seriesFrom = (points: readonly Point[]): EvidenceSeries => ({ name: 'x', unit: '', ...rowsOf(points) });
  const all = (points: readonly Point[]) => ({ from: 0, to: points.at(-1)?.at ?? 1 });
  const backFrom = (points: readonly Point[], actedAt?: number) =>
    unpackEvidence(packEvidence([seriesFrom(points)], all(points), actedAt)).series[0] ?? seriesFrom([]);

  it('stay where they were, none is lost, none is made, and no point is', () => {
    fc.assert(
      fc.property(runs, (points) => {
        const back = backFrom(points);
        const { from = 0, to = 0 } = { from: points[0]?.at, to: points.at(-1)?.at };
        const off = (to - from) / 4_095 + 1;
        const gaps = gapsOf(seriesFrom(points));
        const kept = gapsOf(back);
        expect([...back.times].sort((a, b) => a - b)).toEqual(back.times);
        for (const gap of gaps) {
          expect(kept.some((one) => one.from <= gap.from + off && one.to >= gap.to - off)).toBe(true);
        }
        for (const one of kept) {
          expect(gaps.some((gap) => gap.from >= one.from - off && gap.to <= one.to + off)).toBe(true);
        }
        for (const { at } of measuredPoints(back)) {
          expect(points.some((point) => Math.abs(point.at - at) <= off)).toBe(true);
        }
        expect(measuredPoints(back).length).toBeLessThanOrEqual(240);
      })
    );
  });

  it('are exact where there are few, however many points are thinned away', () => {
    const hours = (count: number) => count * 3_600_000;
    const times = Array.from({ length: 5_760 }, (_, i) => i * 15_000).filter((at) => at < hours(10) || at >= hours(12));
    const points = times.map((at): Point => (at === hours(12) ? { at, value: 1, afterGap: true } : { at, value: 1 }));
    const [gap, ...others] = gapsOf(backFrom(points));
    expect(others).toEqual([]);
    expect(Math.abs((gap?.from ?? 0) - (hours(10) - 15_000))).toBeLessThan(15_000);
    expect(Math.abs((gap?.to ?? 0) - hours(12))).toBeLessThan(15_000);
  });

  it('let no point change sides of the moment of acting', () => {
    fc.assert(
      fc.property(runs, fc.nat(), fc.integer({ min: -2, max: 2 }), (points, pick, off) => {
        fc.pre(points.length <= 240);
        const actedAt = Math.max(0, (points[pick % points.length]?.at ?? 0) + off);
        const seen = (some: readonly Point[]) => some.filter(({ at }) => at <= actedAt).length;
        expect(seen(measuredPoints(backFrom(points, actedAt)))).toBe(seen(points));
      })
    );
  });

  it('are not what lies before the first point and after the last: there is no line to break', () => {
    const given = { name: 'x', unit: '', times: [1, 2, 3, 4, 5, 6], values: [NaN, 2, 0, 0, NaN, NaN] };
    const packed = packEvidence([given], { from: 2, to: 4 });
    expect(packed.series[0]).not.toHaveProperty('gaps');
    expect(unpackEvidence(packed).series[0]).toMatchObject({ times: [2, 3, 4], values: [2, 0, 0] });
    const cut = { ...given, times: [1, 5, 9, 10, 11, 12], values: [1, NaN, 1, 2, 3, 4] };
    expect(packEvidence([cut], { from: 10, to: 11 }).series[0]).not.toHaveProperty('gaps');
  });

  it('are a part of their own, so that the version before reads the points as it always did', () => {
    const points: Point[] = [
      { at: 0, value: 1 },
      { at: 5, value: 2 },
      { at: 4_095, value: 3, afterGap: true },
    ];
    const [packed] = packEvidence([seriesFrom(points)], all(points)).series;
    const { gaps, ...asBefore } = packed ?? { gaps: [] };
    expect(gaps).toEqual([1]);
    expect(asBefore).toEqual({
      ...{ name: 'x', unit: '', from: 0, to: 4_095, min: 1, max: 3 },
      ...{ times: 'AAAF__', values: 'AAgA__' },
    });
  });

  it('of a record made by hand are read as far as they make sense', () => {
    const one = { name: 'a', unit: '', from: 0, to: 4_095, min: 0, max: 1, times: 'AAABAC', values: 'AAAAAA' };
    const timesWith = (over: object) => unpackEvidence({ series: [{ ...one, ...over }], dropped: [] }).series[0]?.times;
    expect(timesWith({ gaps: [0] })).toEqual([0, 0.5, 1, 2]);
    expect(timesWith({ gaps: [-1, 0.5, 2, 3, 9e9] })).toEqual([0, 1, 2]);
    expect(timesWith({ gaps: [0, 1], times: 'AA!!AC' })).toEqual([0, 1, 2]);
  });
});

it('keeps at most 240 points, among them the first, the last, the highest and the lowest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 241, max: 3_000 }), fc.nat(), (count, seed) => {
      const values = Array.from({ length: count }, (_, i) => Math.sin(seed + i * i));
      const given = { name: 'x', unit: '', times: values.map((_, i) => i), values };
      const packed = packEvidence([given], { from: 0, to: count });
      const [back] = unpackEvidence(packed).series;
      expect(back?.times.length).toBeLessThanOrEqual(240);
      expect(packed.series[0]).toMatchObject({
        min: Math.min(...values),
        max: Math.max(...values),
        from: 0,
        to: count - 1,
      });
      expect(packed.dropped).toEqual([{ why: 'thinned', series: 'x', count }]);
    })
  );
});

it('keeps a single spike of a dense series where it was', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => (i === 54_321 ? 100 : i % 2));
  const packed = packEvidence([{ name: 'x', unit: '', times: values.map((_, i) => i), values }], {
    from: 0,
    to: 100_000,
  });
  const [back] = unpackEvidence(packed).series;
  const at = back?.times[back.values.indexOf(100)] ?? 0;
  expect(Math.abs(at - 54_321)).toBeLessThanOrEqual(13);
});

it('cuts to one stretch before and one after', () => {
  const times = Array.from({ length: 100 }, (_, i) => i);
  const { series: packed } = packEvidence([{ name: 'x', unit: '', times, values: times }], { from: 40, to: 50 });
  expect(packed[0]).toMatchObject({ from: 30, to: 60 });
});

it('gives back a real trace as it was seen', () => {
  const { series: back, dropped } = unpackEvidence(packEvidence([series], stretch));
  expect(dropped).toEqual([]);
  const inside = series.times
    .map((at, i) => [at, series.values[i] ?? NaN] as const)
    .filter(([at]) => at <= stretch.to * 2 - stretch.from);
  const seen = inside.filter(([at]) => at >= stretch.from * 2 - stretch.to);
  expect(back[0]?.times).toHaveLength(seen.length);
  seen.forEach(([at, value], i) => {
    expect(Math.abs((back[0]?.times[i] ?? 0) - at)).toBeLessThan(3_000);
    expect(Math.abs((back[0]?.values[i] ?? 0) - value)).toBeLessThan(3);
  });
});

it('never lets what followed the action read as seen before it, nor the other way round', () => {
  const moments = fc.uniqueArray(fc.integer({ min: 0, max: 1e12 }), { minLength: 2, maxLength: 200 });
  const near = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(moments, fc.nat(), near, fc.integer({ min: 0, max: 1e12 }), (given, pick, off, other) => {
      const times = [...given, (given[pick % given.length] ?? 0) + 3].sort((a, b) => a - b);
      const seenUntil = Math.max(0, (times[pick % times.length] ?? 0) + off);
      const stretch = { from: seenUntil - 2e12, to: Math.max(seenUntil, other) };
      const packed = packEvidence([{ name: 'x', unit: '', times, values: times }], stretch, seenUntil);
      const seen = (all: readonly number[] = []) => all.filter((at) => at <= seenUntil).length;
      expect(seen(unpackEvidence(packed).series[0]?.times)).toBe(seen(times));
    })
  );
});

it('takes what is no number (NaN, infinite) for a gap and sorts what came newest first', () => {
  const given = { name: 'x', unit: '', times: [4, 3, 2, 1], values: [8, NaN, Infinity, 2] };
  expect(unpackEvidence(packEvidence([given], { from: 1, to: 4 })).series).toEqual([
    { name: 'x', unit: '', times: [1, 2.5, 4], values: [2, NaN, 8] },
  ]);
});

it('keeps a series in descending rows as it keeps it in ascending ones', () => {
  fc.assert(
    fc.property(wild, (given) => {
      const descending = { ...given, times: [...given.times].reverse(), values: [...given.values].reverse() };
      expect(packEvidence([descending], EVERYTHING)).toEqual(packEvidence([given], EVERYTHING));
    })
  );
});

it('keeps all that was measured at one time, and a single value', () => {
  const back = (times: number[], values: number[]) =>
    unpackEvidence(packEvidence([{ name: 'x', unit: '', times, values }], { from: 1, to: 9 })).series[0];
  expect(back([1, 5, 5, 9], [1, 2, 9, 3])).toMatchObject({ times: [1, 5, 5, 9] });
  expect(back([5], [7])).toMatchObject({ times: [5], values: [7] });
});

it('says which series had no points near the stretch', () => {
  expect(packEvidence([{ name: 'x', unit: '', times: [1], values: [1] }], { from: 100, to: 110 })).toEqual({
    series: [],
    dropped: [{ why: 'no-points', series: 'x' }],
  });
});

it('keeps the chosen series in full and the next ones thinner, as many as fit into 3,500 characters', () => {
  const times = Array.from({ length: 300 }, (_, i) => i);
  const named = (name: string) => ({ name, unit: '', times, values: times.map((t) => Math.sin(t)) });
  const packed = packEvidence(
    Array.from({ length: 300 }, (_, i) => named(`s${i}`)),
    { from: 0, to: 300 }
  );
  const [chosen, ...further] = packed.series;
  expect(chosen?.name).toBe('s0');
  expect(chosen?.times.length).toBeGreaterThan(2 * 230);
  expect(further.map(({ name }) => name)).toEqual(further.map((_, i) => `s${i + 1}`));
  expect(further.every((one) => one.times.length <= 2 * 60)).toBe(true);
  const characters = further.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
  expect(characters).toBeLessThanOrEqual(3_500);
  expect(characters).toBeGreaterThan(3_000);
  expect(packed.dropped).toEqual([
    { why: 'thinned', series: 's0', count: 300 },
    { why: 'further-series', count: 299 - further.length },
  ]);
});

it('shows of a record made by hand as many points and series as can be drawn, and says what it leaves out', () => {
  const spike = 5_000;
  const points = Array.from({ length: 10_000 }, (_, index) => (index === spike ? '__' : 'AA')).join('');
  const one = { name: 'a', unit: '', from: 1, to: 20_000, min: 0, max: 1, times: 'AA'.repeat(10_000), values: points };
  const { series, dropped } = unpackEvidence({ series: Array.from({ length: 203 }, () => one), dropped: [] });
  expect(series).toHaveLength(200);
  expect(series[0]?.times.length).toBeLessThanOrEqual(2_000);
  expect(series[0]?.values).toContain(1);
  expect(dropped[0]).toEqual({ why: 'thinned', series: 'a', count: 10_000 });
  expect(dropped.at(-1)).toEqual({ why: 'too-many-series', count: 3 });
  expect(
    unpackEvidence({ series: [{ ...one, times: 'AA'.repeat(2_000), values: 'AA'.repeat(2_000) }], dropped: [] }).dropped
  ).toEqual([]);
});

it('says of a series without a readable point that it has none, and of others how many', () => {
  const one = { name: 'a', unit: 'short', from: 1, to: 2, min: 0, max: 1, times: 'AA__', values: 'AA__' };
  const dropped = (over: object) => unpackEvidence({ series: [{ ...one, ...over }], dropped: ['before'] });
  expect(dropped({})).toEqual({
    series: [{ name: 'a', unit: 'short', times: [1, 2], values: [0, 1] }],
    dropped: ['before'],
  });
  expect(dropped({ times: '' })).toEqual({ series: [], dropped: ['before', { why: 'unreadable', series: 'a' }] });
  expect(dropped({ values: 'AA' }).dropped).toEqual(['before', { why: 'points-unreadable', series: 'a', count: 1 }]);
  expect(dropped({ times: 'AA__AA' }).dropped).toEqual(['before', { why: 'points-unreadable', series: 'a', count: 1 }]);
  expect(dropped({ values: 'AA!_' }).series[0]?.values).toEqual([0]);
  expect(dropped({ values: 'AA_!' }).series[0]?.values).toEqual([0]);
});

it('unpacks garbage to what can be read of it, in order, and says what was lost', () => {
  const garbage = fc.record({
    name: typedText,
    unit: typedText,
    from: fc.double(),
    to: fc.double(),
    min: fc.double(),
    max: fc.double(),
    times: fc.oneof(typedText, fc.stringMatching(/^[\w-]{0,20}$/)),
    values: fc.oneof(typedText, fc.stringMatching(/^[\w-]{0,20}$/)),
    gaps: fc.array(fc.double(), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(garbage, { maxLength: 3 }), (series_) => {
      const evidence = unpackEvidence({ series: series_, dropped: ['before'] });
      expect(evidence.dropped[0]).toBe('before');
      for (const { times, values } of evidence.series) {
        expect(values).toHaveLength(times.length);
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        expect(times.every(Number.isFinite)).toBe(true);
        expect(measuredPoints({ times, values }).length).toBeGreaterThan(0);
      }
      expect(evidence.series.length + evidence.dropped.length).toBeGreaterThan(series_.length);
    })
  );
  const broken = { name: 'x', unit: '', from: 0, to: 4095, min: 0, max: 1, times: 'AA**__', values: 'AAAA__' };
  expect(unpackEvidence({ series: [broken], dropped: [] })).toEqual({
    series: [{ name: 'x', unit: '', times: [0, 4095], values: [0, 1] }],
    dropped: [{ why: 'points-unreadable', series: 'x', count: 1 }],
  });
});

describe('further series are left out only where they do not fit', () => {
  const times = [0, 1, 2];
  const named = (name: string): EvidenceSeries => ({ name, unit: '', times, values: times });
  const packed = (...names: string[]) => packEvidence(names.map(named), { from: 0, to: 2 });
  const bytesOf = (name: string) => JSON.stringify(packed(name).series[0]).length;
  const namesIn = ({ series: kept }: ReturnType<typeof packed>) => kept.map(({ name }) => name);

  it('so a few small ones are all kept', () => {
    expect(namesIn(packed('a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
    expect(packed('a', 'b', 'c').dropped).toEqual([]);
  });

  it('so the chosen one is kept however large it is, and takes no room from the others', () => {
    const long = 'x'.repeat(12_001);
    expect(namesIn(packed(long, 'b'))).toEqual([long, 'b']);
  });

  it('so all are kept that take 3,500 characters, and a smaller one after one that is too large', () => {
    const most = 'x'.repeat(3_500 - bytesOf(''));
    expect(namesIn(packed('a', most))).toEqual(['a', most]);
    expect(packed('a', `${most}x`, 'b')).toMatchObject({
      series: [{ name: 'a' }, { name: 'b' }],
      dropped: [{ why: 'further-series', count: 1 }],
    });
  });

  it('so nobody is told of those that have no points near the stretch', () => {
    const elsewhere = { ...named('b'), times: [100, 101, 102] };
    expect(packEvidence([named('a'), elsewhere], { from: 0, to: 2 })).toMatchObject({
      series: [{ name: 'a' }],
      dropped: [],
    });
  });

  it('so a chosen one without points is named, and the others are kept without it', () => {
    expect(packEvidence([{ ...named('a'), values: [NaN, NaN, NaN] }, named('b')], { from: 0, to: 2 })).toMatchObject({
      series: [{ name: 'b' }],
      dropped: [{ why: 'no-points', series: 'a' }],
    });
    expect(packEvidence([], { from: 0, to: 2 })).toEqual({ series: [], dropped: [] });
  });
});

it('keeps times as they were when everything followed the action', () => {
  const times = [1_000, 1_001, 5_095];
  const given = { name: 'x', unit: '', times, values: [1, 1, 1] };
  const [back] = unpackEvidence(packEvidence([given], { from: 1_000, to: 5_095 }, 500)).series;
  expect(back).toEqual(given);
});

it('shows all of as many series as can be drawn, and says nothing', () => {
  const one = { name: 'a', unit: '', from: 1, to: 2, min: 0, max: 1, times: 'AA__', values: 'AA__' };
  const { series: back, dropped } = unpackEvidence({ series: Array.from({ length: 200 }, () => one), dropped: [] });
  expect([back.length, dropped]).toEqual([200, []]);
});
