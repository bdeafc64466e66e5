import type { DroppedCode, Evidence, EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
import { thinPoints } from './thinPoints';
import { readTwelveBits, stepValue } from './twelveBits';

/** More than we ever pack: what a record made by hand holds beyond is neither drawn nor told apart. */
const MOST_SERIES = 200;
const MOST_POINTS = 2_000;

/**
 * The frozen points again, times rounded to whole ms; at most 200 series of 2,000 points. Never throws: what cannot be read
 * is left out, and `dropped` says so beside what was left out when packing.
 */
export function unpackEvidence(packed: PackedEvidence): Evidence {
  const dropped = [...packed.dropped];
  const series: EvidenceSeries[] = [];
  for (const one of packed.series.slice(0, MOST_SERIES)) {
    const { points, lost } = unpackSeries(one);
    if (points.times.length > 0) {
      series.push(thinned(points));
    }
    dropped.push(...droppedOf(one.name, points.times.length, lost));
  }
  if (packed.series.length > MOST_SERIES) {
    dropped.push({ why: 'too-many-series', count: packed.series.length - MOST_SERIES });
  }
  return { series, dropped };
}

function droppedOf(series: string, read: number, lost: number): DroppedCode[] {
  if (read === 0) {
    return [{ why: 'unreadable', series }];
  }
  return [
    ...(read > MOST_POINTS ? [{ why: 'thinned', series, count: read } as const] : []),
    ...(lost > 0 ? [{ why: 'points-unreadable', series, count: lost } as const] : []),
  ];
}

function unpackSeries(packed: PackedSeries): { points: EvidenceSeries; lost: number } {
  const timeSteps = readTwelveBits(packed.times);
  const valueSteps = readTwelveBits(packed.values);
  const times: number[] = [];
  const values: number[] = [];
  timeSteps.forEach((step, index) => {
    const at = Math.round(stepValue(step, packed.from, packed.to));
    const value = stepValue(valueSteps[index] ?? -1, packed.min, packed.max);
    if (Number.isFinite(at) && Number.isFinite(value) && at >= (times[times.length - 1] ?? -Infinity)) {
      times.push(at);
      values.push(value);
    }
  });
  const told = Math.max(timeSteps.length, valueSteps.length);
  return { points: { name: packed.name, unit: packed.unit, times, values }, lost: told - times.length };
}

function thinned({ times, values, ...rest }: EvidenceSeries): EvidenceSeries {
  const points = thinPoints(
    times.map((at, index) => ({ at, value: values[index] ?? NaN })),
    MOST_POINTS
  );
  return { ...rest, times: points.map(({ at }) => at), values: points.map(({ value }) => value) };
}
