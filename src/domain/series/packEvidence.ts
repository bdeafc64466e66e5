import type { DroppedCode, EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
import type { Point } from './thinPoints';
import { thinPoints } from './thinPoints';
import { STEPS, writeTwelveBits, stepValue } from './twelveBits';
import type { Stretch } from './stretch';

/** Points kept of one series; with two characters a value and a time that is less than 1 kB. */
const MOST_POINTS = 240;
/** Leaves a quarter of the 16 KB of an annotation to words. */
const MOST_CHARACTERS = 12_000;

/**
 * The points from one stretch before to one stretch after, ready to be stored: at most 240 a series with peaks and
 * troughs kept, quantised to 1/4095 of each series' own range of values and times (so off by at most 1/8190 of it, next
 * to what was last seen before `actedAt` by 1/4095). No point changes sides there: what was done never reads as seen.
 * The first series is the main one; later ones are left out when all would not fit. `dropped` says what went.
 */
export function packEvidence(
  series: readonly EvidenceSeries[],
  stretch: Stretch,
  actedAt: number = stretch.to
): PackedEvidence {
  const seenUntil = Math.min(stretch.to, actedAt);
  const packed: PackedSeries[] = [];
  const dropped: DroppedCode[] = [];
  let characters = 0;
  for (const one of series) {
    const near = pointsNear(one, stretch);
    if (near.length === 0) {
      dropped.push({ why: 'no-points', series: one.name });
      continue;
    }
    const result = packSeries(one, thinPoints(near, MOST_POINTS), seenUntil);
    const size = JSON.stringify(result).length;
    if (packed.length > 0 && characters + size > MOST_CHARACTERS) {
      dropped.push({ why: 'too-large', series: one.name });
      continue;
    }
    packed.push(result);
    characters += size;
    if (near.length > MOST_POINTS) {
      dropped.push({ why: 'thinned', series: one.name, count: near.length });
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

function packSeries({ name, unit }: EvidenceSeries, points: readonly Point[], seenUntil: number): PackedSeries {
  const times = quantise(points.map(({ at }) => at));
  const lastSeen = lastStepUntil(seenUntil, times.low, times.high);
  const timeSteps = points.map(({ at }, index) => {
    const step = times.steps[index] ?? 0;
    return at <= seenUntil ? Math.min(step, lastSeen) : Math.max(step, Math.min(lastSeen + 1, STEPS));
  });
  const values = quantise(points.map(({ value }) => value));
  return {
    name,
    unit,
    from: times.low,
    to: times.high,
    min: values.low,
    max: values.high,
    times: writeTwelveBits(timeSteps),
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

/** The latest step that is read as a time not after `until`; -1 when all are later. */
function lastStepUntil(until: number, low: number, high: number): number {
  if (until < low) {
    return -1;
  }
  const near = until < high ? Math.ceil((STEPS * (until - low)) / (high - low)) : STEPS;
  return Math.round(stepValue(near, low, high)) > until ? near - 1 : near;
}
