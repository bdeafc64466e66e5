import type { Block } from '../series/blockMedians';
import { blockMedians } from '../series/blockMedians';
import { cleanPoints, firstFrom, type Points, valueAt } from '../series/points';
import type { Stretch } from '../series/stretch';
import { type Climb, growthOf, isGrowth, latestClimb } from './climbs';

const BLOCKS = 120;
const FEWEST = 6;
const MOST = 3;
/** A growth smaller than this part of the largest is not worth a choice. */
const WORTH = 0.25;
/** What shares more than this part of the shorter with another is the same to the eye. */
const SAME = 0.5;
/** A relief is a drop when it takes away half of the growth within this part of what is shown. */
const DROP = 0.05;

/** A stretch that somebody may have acted on, and what an eye would call it. */
export interface ProposedStretch extends Stretch {
  /** `now` goes on to the end; `jump` ends where most of it was undone at once; `past` ends otherwise. */
  ends: 'now' | 'jump' | 'past';
  heads: 'rising' | 'falling';
}

interface Candidate extends Climb {
  sign: 1 | -1;
}

/**
 * The stretches to start from, at most three, none mostly inside another: `from` where a growth (or decline) began, after a level
 * or a restart, `to` where it was acted on: the last point before a lasting relief, else the last one up to `actedAt`. Epoch ms,
 * both times of the series' own range. First the larger of the latest growth and decline, of two alike the earlier; then the later
 * ones first. Empty when fewer than 6 usable points lie up to `actedAt` or they are all alike.
 */
export function proposeStretches(
  times: readonly number[],
  values: readonly number[],
  actedAt: number
): ProposedStretch[] {
  const before = cleanPoints(
    times.filter((time) => time <= actedAt),
    values.filter((_, i) => (times[i] ?? Infinity) <= actedAt)
  );
  const count = before.times.length;
  if (count < FEWEST) {
    return [];
  }
  const blocks = blockMedians(before, Math.min(BLOCKS, Math.floor(count / 2)));
  const medians = blocks.map(({ median }) => median);
  return candidatesOf(medians).map((climb) => ({
    from: startOf(before, blocks, climb),
    to: endOf(before, blocks, climb),
    ends: endingOf(medians, climb),
    heads: climb.sign > 0 ? 'rising' : 'falling',
  }));
}

function candidatesOf(medians: readonly number[]): Candidate[] {
  const rise = climbFrom(medians, 1);
  const decline = climbFrom(medians, -1);
  const main = growthOf(rise, decline, medians.length);
  if (!main) {
    return [];
  }
  const first = main === rise ? rise : decline;
  const further = [rise, decline, ...beside(medians, first, MOST - 1)]
    .filter((one) => isGrowth(one, medians.length) && one.gain >= WORTH * main.gain)
    .sort((a, b) => b.to - a.to);
  return [first, ...further].filter(isApart).slice(0, MOST);
}

/** What grew before the main growth began and after it ended, and so on beside that, so many times. */
function beside(medians: readonly number[], { from, to, sign }: Candidate, times: number, offset = 0): Candidate[] {
  const parts = [
    { part: medians.slice(0, from - offset + 1), begin: offset },
    { part: medians.slice(to - offset + 1), begin: to + 1 },
  ];
  return parts
    .filter(({ part }) => times > 0 && part.length >= FEWEST)
    .flatMap(({ part, begin }) => {
      const alike = climbFrom(part, sign, begin);
      const further = isGrowth(alike, medians.length) ? beside(part, alike, times - 1, begin) : [];
      return [alike, climbFrom(part, sign > 0 ? -1 : 1, begin), ...further];
    });
}

function climbFrom(values: readonly number[], sign: 1 | -1, offset = 0): Candidate {
  return { ...latestClimb(sign > 0 ? values : values.map((value) => -value), offset), sign };
}

function isApart(one: Candidate, index: number, all: readonly Candidate[]): boolean {
  return all.slice(0, index).every((earlier) => {
    const shared = Math.min(one.to, earlier.to) - Math.max(one.from, earlier.from);
    return shared <= SAME * Math.min(one.to - one.from, earlier.to - earlier.from);
  });
}

/** Where its first block begins; after a restart, which may lie within that block, its first point on the lower side. */
function startOf({ times, values }: Points, blocks: readonly Block[], { from, gain, sign }: Candidate): number {
  const [earlier, first] = [blocks[from - 1], blocks[from]];
  const begin = first?.from ?? NaN;
  if (!earlier || !first || sign * (earlier.median - first.median) <= gain / 2) {
    return begin;
  }
  const end = firstFrom(times, blocks[from + 1]?.from ?? Infinity);
  const isEarlier = (value: number) => Math.abs(value - earlier.median) < Math.abs(value - first.median);
  let start = firstFrom(times, begin);
  while (start < end - 1 && isEarlier(valueAt(values, start))) {
    start++;
  }
  return Math.max(begin, valueAt(times, start));
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

function endingOf(medians: readonly number[], { to, gain, sign }: Candidate): ProposedStretch['ends'] {
  const after = medians.slice(to + 1);
  if (after.length === 0) {
    return 'now';
  }
  const soon = after.slice(0, Math.ceil(DROP * medians.length));
  const isUndone = soon.some((median) => sign * (valueAt(medians, to) - median) > gain / 2);
  return isUndone ? 'jump' : 'past';
}
