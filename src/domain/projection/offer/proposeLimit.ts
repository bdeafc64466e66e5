import { boundsOf, knownSpan } from './boundsOf';
import { colourBadness } from './colourBadness';
import type { LimitHints } from './limitHints';
import type { LimitLine } from './limitLines';
import type { Meaning } from './meaningOf';
import { thresholdSteps, wholeOf } from './thresholdSteps';

type Direction = 'rising' | 'falling';

export interface LimitProposal {
  value: number;
  /** On which side of the last value it lies: risen to, or fallen to. */
  direction: Direction;
  origin: 'line' | 'threshold' | 'max' | 'min' | 'percent' | 'soft';
  /** Of a limit line alone. */
  line?: LimitLine;
}

/** A stretch of a series, as far as a limit depends on it. */
export interface Mover {
  /** All of the series: what it has been beyond is no end. */
  values: readonly number[];
  last: number;
  heads: Direction;
}

interface Candidate extends LimitProposal {
  /** Not where crossing it is good news, or where the graph does not show it. */
  proposable: boolean;
}

/**
 * The limit to start from, and the others to offer, ascending and each value once. Proposed is what lies ahead, of the first of
 * these that has any: limit lines (the farthest), threshold steps that the graph shows (the farthest), max or min, the end of a
 * percentage, the soft end of the axis. Crossing into a better colour is good news and no limit, and neither is the good end of
 * what has no colours.
 */
export function proposeLimit(
  hints: LimitHints,
  mover: Mover,
  lines: readonly LimitLine[] = []
): { proposed?: LimitProposal; all: LimitProposal[] } {
  const side = (value: number): Direction =>
    value === mover.last ? mover.heads : value > mover.last ? 'rising' : 'falling';
  const isAhead = ({ value, direction, proposable }: Candidate) =>
    proposable && value !== mover.last && direction === mover.heads;
  const groups = [linesOf(lines, mover), stepsOf(hints, mover), ...endsOf(hints, mover)].map((group) =>
    group
      .map((each): Candidate => ({ ...each, direction: side(each.value) }))
      .filter(({ value }) => Number.isFinite(value))
  );
  const proposed = groups
    .map((group) => farthest(group.filter(isAhead), mover.last))
    .find((each) => each !== undefined);
  const all = groups
    .flat()
    .filter((each, i, list) => list.findIndex(({ value }) => value === each.value) === i)
    .map(plain)
    .sort((a, b) => a.value - b.value);
  return proposed ? { proposed: plain(proposed), all } : { all };
}

const PADDED = 1.1;

type Unplaced = Omit<Candidate, 'direction'>;

function linesOf(lines: readonly LimitLine[], { heads }: Mover): Unplaced[] {
  return lines.map((line) => ({
    value: line.value,
    origin: 'line',
    line,
    proposable: line.towards === null || line.towards === heads,
  }));
}

function stepsOf(hints: LimitHints, { heads }: Mover): Unplaced[] {
  const steps = thresholdSteps(hints);
  return steps.map(({ value, colour }, i) => {
    const below = i === 0 ? hints.base : steps[i - 1]?.colour;
    const isGood = heads === 'rising' ? isBetter(colour, below) : isBetter(below, colour);
    return { value, origin: 'threshold', proposable: hints.thresholdsShown && !hints.stepsUnfilled && !isGood };
  });
}

/** In the order in which they are proposed. */
function endsOf(hints: LimitHints, { values, heads }: Mover): Unplaced[][] {
  const { min, max, softMin, softMax, unit } = hints;
  const { ceiling, floor } = boundsOf(hints, values);
  const { least, most } = knownSpan(hints, values);
  const proposable = !hints.stepsUnfilled && !isBetterAtTheEnd(hints, heads);
  const whole = wholeOf(unit);
  const end = (value: number | undefined, origin: LimitProposal['origin'], holds: boolean): Unplaced[] =>
    value === undefined ? [] : [{ value, origin, proposable: proposable && holds }];
  // An axis that ends a little beyond 100 % leaves room for the line.
  const isPadded = whole !== undefined && max !== undefined && max > whole && max <= PADDED * whole && most <= whole;
  return [
    [...end(max, 'max', most <= (max ?? Infinity) && !isPadded), ...end(min, 'min', least >= (min ?? -Infinity))],
    [
      ...(whole !== undefined && (isPadded || ceiling === whole) ? end(whole, 'percent', true) : []),
      ...(whole !== undefined && floor === 0 ? end(0, 'percent', true) : []),
    ],
    [...end(softMax, 'soft', true), ...end(softMin, 'soft', true)],
  ];
}

/** Whether it gets better that way: of what is green below and red above, or used, falling leads to no end. */
function isBetterAtTheEnd(hints: LimitHints, heads: Direction): boolean {
  const colours = [hints.base, ...thresholdSteps(hints).map(({ colour }) => colour)];
  const last = heads === 'rising' ? colours.at(-1) : colours[0];
  const isTold = colours.some((colour) => isBetter(colour, last) || isBetter(last, colour));
  return isTold ? colours.some((colour) => isBetter(last, colour)) : hints.meaning === goodWay(heads);
}

function goodWay(heads: Direction): Meaning {
  return heads === 'rising' ? 'more-is-better' : 'more-is-worse';
}

/** False unless both colours say something. */
function isBetter(colour: string | undefined, than: string | undefined): boolean {
  const [one, other] = [colourBadness(colour ?? ''), colourBadness(than ?? '')];
  return one !== null && other !== null && one < other;
}

function farthest(group: readonly Candidate[], from: number): Candidate | undefined {
  const distance = ({ value }: Candidate) => Math.abs(value - from);
  return group.reduce<Candidate | undefined>(
    (best, each) => (best && distance(best) >= distance(each) ? best : each),
    undefined
  );
}

function plain({ value, direction, origin, line }: Candidate): LimitProposal {
  return line ? { value, direction, origin, line } : { value, direction, origin };
}
