import type { EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
import type { Stretch } from './nearMiss';
import type { Point } from './thinPoints';
import { thinPoints } from './thinPoints';
import { STEPS, writeTwelveBits } from './twelveBits';

/** Points kept of one series; with two characters a value and a time that is less than 1 kB. */
const MOST_POINTS = 240;
/** Leaves a quarter of the 16 KB of an annotation to words. */
const MOST_CHARACTERS = 12_000;

/**
 * The points from one stretch before to one stretch after, ready to be stored: at most 240 a series with peaks and
 * troughs kept, quantised to 1/4095 of each series' own range of values and times (so off by at most 1/8190 of it).
 * The first series is the main one; later ones are left out when all would not fit. `dropped` says what went.
 */
export function packEvidence(series: readonly EvidenceSeries[], stretch: Stretch): PackedEvidence {
  const packed: PackedSeries[] = [];
  const dropped: string[] = [];
  let characters = 0;
  for (const one of series) {
    const near = pointsNear(one, stretch);
    if (near.length === 0) {
      dropped.push(`${one.name}: no points near the stretch`);
      continue;
    }
    const result = packSeries(one, thinPoints(near, MOST_POINTS));
    const size = JSON.stringify(result).length;
    if (packed.length > 0 && characters + size > MOST_CHARACTERS) {
      dropped.push(`${one.name}: left out, too large together with the others`);
      continue;
    }
    packed.push(result);
    characters += size;
    if (near.length > MOST_POINTS) {
      dropped.push(`${one.name}: ${near.length} points thinned, peaks and troughs kept`);
    }
  }
  return { series: packed, dropped };
}

function pointsNear({ times, values }: EvidenceSeries, { from, to }: Stretch): Point[] {
  const length = to - from;
  const points: Point[] = [];
  times.forEach((at, index) => {
    const value = values[index];
    if (value !== undefined && Number.isFinite(value) && at >= from - length && at <= to + length) {
      points.push({ at, value });
    }
  });
  return points.sort((a, b) => a.at - b.at);
}

function packSeries({ name, unit }: EvidenceSeries, points: readonly Point[]): PackedSeries {
  const times = quantise(points.map(({ at }) => at));
  const values = quantise(points.map(({ value }) => value));
  return {
    name,
    unit,
    from: times.low,
    to: times.high,
    min: values.low,
    max: values.high,
    times: writeTwelveBits(times.steps),
    values: writeTwelveBits(values.steps),
  };
}

function quantise(numbers: readonly number[]): { low: number; high: number; steps: number[] } {
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  // Halves, because the range of the largest doubles overflows; 0/0 when all are equal.
  const range = high / 2 - low / 2;
  const steps = numbers.map((number) => (range > 0 ? Math.round(STEPS * ((number / 2 - low / 2) / range)) : 0));
  return { low, high, steps };
}
