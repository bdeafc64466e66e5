import type { Evidence, EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
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
    dropped.push(...remarksOn(one.name, points.times.length, lost));
  }
  if (packed.series.length > MOST_SERIES) {
    dropped.push(`${packed.series.length - MOST_SERIES} further series: too many to show`);
  }
  return { series, dropped };
}

function remarksOn(name: string, read: number, lost: number): string[] {
  if (read === 0) {
    return [`${name}: its points could not be read`];
  }
  return [
    ...(read > MOST_POINTS ? [`${name}: ${read} points thinned, peaks and troughs kept`] : []),
    ...(lost > 0 ? [`${name}: ${lost} points could not be read`] : []),
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
