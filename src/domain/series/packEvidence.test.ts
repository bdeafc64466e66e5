import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import type { EvidenceSeries } from './evidence';
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

it('takes gaps (NaN, infinite) for gaps and sorts what came newest first', () => {
  const given = { name: 'x', unit: '', times: [4, 3, 2, 1], values: [8, NaN, Infinity, 2] };
  expect(unpackEvidence(packEvidence([given], { from: 1, to: 4 })).series).toEqual([
    { name: 'x', unit: '', times: [1, 4], values: [2, 8] },
  ]);
});

it('says which series had no points near the stretch', () => {
  expect(packEvidence([{ name: 'x', unit: '', times: [1], values: [1] }], { from: 100, to: 110 })).toEqual({
    series: [],
    dropped: [{ why: 'no-points', series: 'x' }],
  });
});

it('keeps the main series and as many others as fit, and says which went', () => {
  const times = Array.from({ length: 240 }, (_, i) => i);
  const many = Array.from({ length: 30 }, (_, i) => ({
    name: `s${i}`,
    unit: '',
    times,
    values: times.map((t) => t * (i + 1)),
  }));
  const { series: packed, dropped } = packEvidence(many, { from: 0, to: 240 });
  expect(packed[0]?.name).toBe('s0');
  expect(JSON.stringify(packed).length).toBeLessThanOrEqual(12_200);
  expect(packed.length + dropped.length).toBe(30);
  expect(dropped[0]).toEqual({ why: 'too-large', series: `s${packed.length}` });
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
  });
  fc.assert(
    fc.property(fc.array(garbage, { maxLength: 3 }), (series_) => {
      const evidence = unpackEvidence({ series: series_, dropped: ['before'] });
      expect(evidence.dropped[0]).toBe('before');
      for (const { times, values } of evidence.series) {
        expect(values).toHaveLength(times.length);
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        expect([...times, ...values].every(Number.isFinite)).toBe(true);
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

describe('series are left out only when all would not fit', () => {
  const times = [0, 1, 2];
  const named = (name: string): EvidenceSeries => ({ name, unit: '', times, values: times });
  const packed = (...names: string[]) => packEvidence(names.map(named), { from: 0, to: 2 });
  const bytesOf = (name: string) => JSON.stringify(packed(name).series[0]).length;
  const namesIn = ({ series: kept }: ReturnType<typeof packed>) => kept.map(({ name }) => name);

  it('so a few small ones are all kept', () => {
    expect(namesIn(packed('a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
    expect(packed('a', 'b', 'c').dropped).toEqual([]);
  });

  it('so the main one is kept however large it is', () => {
    const long = 'x'.repeat(12_001);
    expect(packed(long, 'b')).toMatchObject({
      series: [{ name: long }],
      dropped: [{ why: 'too-large', series: 'b' }],
    });
  });

  it('so all are kept that take 12,000 characters, and no more', () => {
    const most = 'x'.repeat(12_000 - bytesOf('a') - bytesOf(''));
    expect(namesIn(packed('a', most))).toEqual(['a', most]);
    expect(namesIn(packed('a', `${most}x`, 'b'))).toEqual(['a', 'b']);
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
