import type { DroppedCode, Evidence, EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
import { rowsOf } from './measuredPoints';
import { type Point, thinPoints } from './thinPoints';
import { readTwelveBits, stepValue } from './twelveBits';

/** More than we ever pack: what a record made by hand holds beyond is neither drawn nor told apart. */
const MOST_SERIES = 200;
const MOST_POINTS = 2_000;

/**
 * The frozen points again, times rounded to whole ms, with a NaN in each gap; at most 200 series of 2,000 points. Never
 * throws: what cannot be read is left out, and `dropped` says so beside what was left out when packing.
 */
export function unpackEvidence(packed: PackedEvidence): Evidence {
  const dropped = [...packed.dropped];
  const series: EvidenceSeries[] = [];
  for (const one of packed.series.slice(0, MOST_SERIES)) {
    const { points, lost } = unpackSeries(one);
    if (points.length > 0) {
      series.push({ name: one.name, unit: one.unit, ...rowsOf(thinPoints(points, MOST_POINTS)) });
    }
    dropped.push(...droppedOf(one.name, points.length, lost));
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

function unpackSeries(packed: PackedSeries): { points: Point[]; lost: number } {
  const timeSteps = readTwelveBits(packed.times);
  const valueSteps = readTwelveBits(packed.values);
  const gaps = new Set(packed.gaps);
  const points: Point[] = [];
  let gap = false;
  timeSteps.forEach((step, index) => {
    const at = Math.round(stepValue(step, packed.from, packed.to));
    const value = stepValue(valueSteps[index] ?? -1, packed.min, packed.max);
    if (Number.isFinite(at) && Number.isFinite(value) && at >= (points[points.length - 1]?.at ?? -Infinity)) {
      points.push(gap ? { at, value, afterGap: true } : { at, value });
      gap = false;
    }
    gap = points.length > 0 && (gap || gaps.has(index));
  });
  const told = Math.max(timeSteps.length, valueSteps.length);
  return { points, lost: told - points.length };
}
