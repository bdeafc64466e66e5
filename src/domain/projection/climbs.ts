import { hingeOf } from '../series/hinge';
import { valueAt } from '../series/points';
import { quantile } from '../series/quantile';
import { rankCorrelation } from '../series/rankCorrelation';

const RESTART = 0.6;
const RELIEF = 0.3;
const ALIKE = 0.6;
const TEETH = 3;
const TOOTH = 0.3;
const TREND = 0.5;
const TWELVE = 12;
/** Part of the range within which a change is a jump: a restart, not a growth. */
const SUDDEN = 0.05;

/** A growth between two places of a list; a decline is the growth of the negated list. */
export interface Climb {
  from: number;
  to: number;
  gain: number;
  /** False where it goes on to the end of the list. */
  relieved: boolean;
}

/** Whether it takes more than a twentieth of `count` places: less is a jump. */
export function isGrowth({ from, to, gain }: Climb, count: number): boolean {
  return gain > 0 && to - from >= SUDDEN * count;
}

/** The larger of the rise and the decline; of two alike the first, as the second is its relief. */
export function growthOf(rise: Climb, decline: Climb, count: number): Climb | undefined {
  const [first, second] = [rise, decline].filter((one) => isGrowth(one, count)).sort((a, b) => a.from - b.from);
  return first && second && second.gain * ALIKE > first.gain ? second : first;
}

/** The last climb that is not much smaller than the largest, cut at restarts, without the level before it. */
export function latestClimb(values: readonly number[], offset = 0): Climb {
  const peak = peakOf(values);
  const restart = lastRestart(values, peak);
  const relieved = isRelieved(values, { ...peak, from: Math.max(peak.from, restart) });
  const from = restart + hingeOf(underTeeth(values.slice(restart, peak.to + 1), TOOTH * peak.gain));
  const climb = {
    from: offset + from,
    to: offset + (relieved ? peak.to : values.length - 1),
    gain: peak.gain,
    relieved,
  };
  const next = relieved ? latestClimb(values.slice(peak.to + 1), offset + peak.to + 1) : undefined;
  return next && next.gain > ALIKE * peak.gain && next.to - next.from >= SUDDEN * (offset + values.length)
    ? next
    : climb;
}

type Peak = Omit<Climb, 'relieved'>;

/** The pair of places, in order, that are farthest apart upwards. */
function peakOf(values: readonly number[]): Peak {
  let lowest = 0;
  let best: Peak = { from: 0, to: 0, gain: 0 };
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
function lastRestart(values: readonly number[], { to, gain }: Peak): number {
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
function isRelieved(values: readonly number[], { from, to, gain }: Peak): boolean {
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
