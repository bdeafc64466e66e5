import type { DroppedCode, EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
import { measuredPoints } from './measuredPoints';
import type { Point } from './thinPoints';
import { thinPoints } from './thinPoints';
import { STEPS, writeTwelveBits, stepValue } from './twelveBits';
import type { Stretch } from './stretch';

/** Points kept of the chosen series; with two characters a value and a time that is less than 1 kB. */
const MOST_POINTS = 240;
/** Points kept of each further one: enough to see how it went. */
const FURTHER_POINTS = 60;
/** What all further ones may take together: a list reads thousands of records. */
const FURTHER_CHARACTERS = 3_500;
/** Further ones that are looked at: more than ever fit, few enough for a panel of hundreds. */
const MOST_FURTHER = 30;

/**
 * The points from one stretch before to one stretch after, ready to be stored: quantised to 1/4095 of each series' own range
 * of values and times (so off by at most 1/8190 of it, next to what was last seen before `actedAt` by 1/4095), thinned with
 * peaks, troughs and gaps kept. No point changes sides of `actedAt`: what was done never reads as seen. Any order of points.
 * The first series is the one that was chosen, at most 240 points; of the next 30, in their order, 60 each, as many as
 * fit into 3,500 characters. `dropped` says what went.
 */
export function packEvidence(
  [chosen, ...others]: readonly EvidenceSeries[],
  stretch: Stretch,
  actedAt: number = stretch.to
): PackedEvidence {
  const seenUntil = Math.min(stretch.to, actedAt);
  if (!chosen) {
    return { series: [], dropped: [] };
  }
  const near = pointsNear(chosen, stretch);
  const main = near.length > 0 ? [packSeries(chosen, thinPoints(near, MOST_POINTS), seenUntil)] : [];
  const further = packFurther(others, stretch, seenUntil);
  return { series: [...main, ...further.series], dropped: [...droppedOf(chosen, near.length), ...further.dropped] };
}

function droppedOf({ name }: EvidenceSeries, count: number): DroppedCode[] {
  if (count === 0) {
    return [{ why: 'no-points', series: name }];
  }
  return count > MOST_POINTS ? [{ why: 'thinned', series: name, count }] : [];
}

/** Nobody misses those that have no points near the stretch. */
function packFurther(others: readonly EvidenceSeries[], stretch: Stretch, seenUntil: number): PackedEvidence {
  const series: PackedSeries[] = [];
  let count = Math.max(0, others.length - MOST_FURTHER);
  let room = FURTHER_CHARACTERS;
  for (const one of others.slice(0, MOST_FURTHER)) {
    const packed = packNear(one, stretch, seenUntil);
    const size = JSON.stringify(packed).length;
    if (packed && size <= room) {
      series.push(packed);
      room -= size;
    } else if (packed) {
      count++;
    }
  }
  return { series, dropped: count > 0 ? [{ why: 'further-series', count }] : [] };
}

function packNear(one: EvidenceSeries, stretch: Stretch, seenUntil: number): PackedSeries | null {
  const near = pointsNear(one, stretch);
  return near.length > 0 ? packSeries(one, thinPoints(near, FURTHER_POINTS), seenUntil) : null;
}

function pointsNear(series: EvidenceSeries, { from, to }: Stretch): Point[] {
  const length = to - from;
  const near = measuredPoints(series).filter(({ at }) => at >= from - length && at <= to + length);
  return near.map(({ at, value, afterGap }, index) =>
    index > 0 && afterGap ? { at, value, afterGap } : { at, value }
  );
}

function packSeries({ name, unit }: EvidenceSeries, points: readonly Point[], seenUntil: number): PackedSeries {
  const times = quantise(points.map(({ at }) => at));
  const lastSeen = lastStepUntil(seenUntil, times.low, times.high);
  const timeSteps = points.map(({ at }, index) => {
    const step = times.steps[index] ?? 0;
    return at <= seenUntil ? Math.min(step, lastSeen) : Math.max(step, Math.min(lastSeen + 1, STEPS));
  });
  const values = quantise(points.map(({ value }) => value));
  const gaps = points.flatMap(({ afterGap }, index) => (afterGap ? [index - 1] : []));
  return {
    name,
    unit,
    from: times.low,
    to: times.high,
    min: values.low,
    max: values.high,
    times: writeTwelveBits(timeSteps),
    values: writeTwelveBits(values.steps),
    ...(gaps.length > 0 ? { gaps } : {}),
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
