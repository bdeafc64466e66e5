import type { Block } from '../series/blockMedians';
import { blockMedians } from '../series/blockMedians';
import { cleanPoints, type Points, valueAt, firstFrom } from '../series/points';
import { hingeOf } from '../series/hinge';
import { quantile } from '../series/quantile';
import { rankCorrelation } from '../series/rankCorrelation';
const BLOCKS = 120;
const FEWEST = 6;
const RESTART = 0.6;
const RELIEF = 0.3;
const ALIKE = 0.6;
const TEETH = 3;
const TOOTH = 0.3;
const TREND = 0.5;
const TWELVE = 12;
/** Part of the range within which a change is a jump: a restart, not a growth. */
const SUDDEN = 0.05;

interface Climb {
  from: number;
  to: number;
  gain: number;
}

/**
 * The stretch to start from: `from` where the growth (or decline) began, after a level or a restart, `to` where it was
 * acted on: the last point before a lasting relief, else the last one up to `actedAt`. Epoch ms, both times of the
 * series' own range. Undefined when fewer than 6 usable points lie up to `actedAt` or they are all alike.
 */
export function proposeStretch(
  times: readonly number[],
  values: readonly number[],
  actedAt: number
): { from: number; to: number } | undefined {
  const before = cleanPoints(
    times.filter((time) => time <= actedAt),
    values.filter((_, i) => (times[i] ?? Infinity) <= actedAt)
  );
  const count = before.times.length;
  if (count < FEWEST) {
    return undefined;
  }
  const blocks = blockMedians(before, Math.min(BLOCKS, Math.floor(count / 2)));
  const climb = growthOf(blocks.map(({ median }) => median));
  if (!climb) {
    return undefined;
  }
  return { from: startOf(blocks, climb.from), to: endOf(before, blocks, climb) };
}

function startOf(blocks: readonly Block[], index: number): number {
  return blocks[index]?.from ?? NaN;
}

/** The last point before the relief, which may begin within the last block; without one the last point. */
function endOf({ times, values }: Points, blocks: readonly Block[], climb: Climb): number {
  const [top, relief] = blocks.slice(climb.to, climb.to + 2);
  if (!top || !relief) {
    return valueAt(times, times.length - 1);
  }
  const first = firstFrom(times, top.from);
  const isRelief = (value: number) => Math.abs(value - relief.median) < Math.abs(value - top.median);
  let end = firstFrom(times, relief.from) - 1;
  while (end > first && isRelief(valueAt(values, end))) {
    end--;
  }
  return valueAt(times, end);
}

/** The larger of the rise and the decline; of two alike the first, as the second is its relief. */
function growthOf(values: readonly number[]): Climb | undefined {
  const both = [latestClimb(values), latestClimb(values.map((value) => -value))].filter(
    ({ from, to, gain }) => gain > 0 && to - from >= SUDDEN * values.length
  );
  const [first, second] = both.sort((a, b) => a.from - b.from);
  return first && second && second.gain * ALIKE > first.gain ? second : first;
}

/** The last climb that is not much smaller than the largest, cut at restarts, without the level before it. */
function latestClimb(values: readonly number[], offset = 0): Climb {
  const peak = peakOf(values);
  const restart = lastRestart(values, peak);
  const relieved = isRelieved(values, peak);
  const from = restart + hingeOf(underTeeth(values.slice(restart, peak.to + 1), TOOTH * peak.gain));
  const climb = { from: offset + from, to: offset + (relieved ? peak.to : values.length - 1), gain: peak.gain };
  const next = relieved ? latestClimb(values.slice(peak.to + 1), offset + peak.to + 1) : undefined;
  return next && next.gain > ALIKE * peak.gain && next.to - next.from >= SUDDEN * (offset + values.length)
    ? next
    : climb;
}

/** The pair of places, in order, that are farthest apart upwards. */
function peakOf(values: readonly number[]): Climb {
  let lowest = 0;
  let best: Climb = { from: 0, to: 0, gain: 0 };
  values.forEach((value, i) => {
    lowest = value < valueAt(values, lowest) ? i : lowest;
    const gain = value - valueAt(values, lowest);
    best = gain > best.gain ? { from: lowest, to: i, gain } : best;
  });
  return best;
}

/**
 * Where the series last fell by most of the whole climb before its peak; 0 when it never did, or when such falls are
 * the teeth of a saw that climbs as a whole.
 */
function lastRestart(values: readonly number[], { to, gain }: Climb): number {
  const climb = values.slice(0, to + 1);
  const isSaw = fallsOf(climb, TOOTH * gain).length >= TEETH && climbsAsAWhole(climb);
  return isSaw ? 0 : lowestAfter(climb, fallsOf(climb, RESTART * gain).at(-1) ?? 0);
}

/** The places by which the values have fallen by more than `depth` from the highest since the last such place. */
function fallsOf(values: readonly number[], depth: number): number[] {
  const falls: number[] = [];
  let highest = -Infinity;
  values.forEach((value, i) => {
    highest = Math.max(highest, value);
    if (highest - value > depth) {
      falls.push(i);
      highest = value;
    }
  });
  return falls;
}

/** A saw's floor, the lowest value still to come, up to its last tooth; anything else as it is. */
function underTeeth(values: readonly number[], depth: number): readonly number[] {
  const falls = fallsOf(values, depth);
  const teeth = values.slice(0, (falls.at(-1) ?? 0) + 1);
  return falls.length < TEETH ? values : teeth.map((_, i) => Math.min(...teeth.slice(i)));
}

/** Whether the medians of its twelfths climb, whatever the teeth do. */
function climbsAsAWhole(values: readonly number[]): boolean {
  const size = Math.ceil(values.length / TWELVE);
  const parts = Array.from({ length: TWELVE }, (_, i) => values.slice(i * size, (i + 1) * size));
  return rankCorrelation(parts.filter((part) => part.length > 0).map((part) => quantile(part, 0.5))) >= TREND;
}

/** A fall goes on until it turns: the lowest place from there on; 0 where there was no fall. */
function lowestAfter(values: readonly number[], start: number): number {
  return start && start + values.slice(start).indexOf(Math.min(...values.slice(start)));
}

/** Whether what follows the peak is more than one of the falls that the climb had on its way. */
function isRelieved(values: readonly number[], { from, to, gain }: Climb): boolean {
  const after = values.slice(to + 1);
  const usual = deepestFall(values.slice(from, to + 1));
  return after.length > 0 && valueAt(values, to) - Math.min(...after) > Math.max(RELIEF * gain, 1.5 * usual);
}

function deepestFall(values: readonly number[]): number {
  let highest = -Infinity;
  let deepest = 0;
  for (const value of values) {
    highest = Math.max(highest, value);
    deepest = Math.max(deepest, highest - value);
  }
  return deepest;
}
