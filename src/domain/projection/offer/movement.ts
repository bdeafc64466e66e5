import { blockMedians } from '../../series/blockMedians';
import type { EvidenceSeries } from '../../series/evidence';
import { cleanPoints } from '../../series/points';
import { quantile } from '../../series/quantile';

const BLOCKS = 24;
const FEWEST = 4;
/** A gain of so many usual steps between neighbouring blocks is what noise alone brings about. */
const NOISE = 4;

/** How a series moves, in its own unit. */
export interface Movement {
  heads: 'rising' | 'falling';
  /** Its largest rise or fall that is more than noise; 0 for noise and for what is level. */
  gain: number;
  /** Where it stands at the end. */
  last: number;
  least: number;
  most: number;
}

/** The largest movement among the medians of 24 spans of equal time: quick enough for hundreds of series. Null with under 4 spans. */
export function movementOf({ times, values }: EvidenceSeries): Movement | null {
  const medians = blockMedians(cleanPoints(times, values), BLOCKS).map(({ median }) => median);
  if (medians.length < FEWEST) {
    return null;
  }
  const rise = climbIn(medians);
  const fall = climbIn(medians.map((value) => -value));
  const usual = quantile(
    medians.slice(1).map((value, i) => Math.abs(value - (medians[i] ?? value))),
    0.5
  );
  return {
    heads: rise >= fall ? 'rising' : 'falling',
    gain: Math.max(0, Math.max(rise, fall) - NOISE * usual),
    last: medians.at(-1) ?? 0,
    least: Math.min(...medians),
    most: Math.max(...medians),
  };
}

/**
 * How much each moves as an eye sees it, 0 to 1: the geometric mean of its part of all that is drawn in its unit, and of its part
 * of its own level. A large series that wavers by a hundredth is as little seen as a tiny one that doubles at the bottom.
 */
export function visibleMoves(moves: ReadonlyArray<Movement | null>, units: readonly string[]): number[] {
  const spans = new Map<string, { least: number; most: number }>();
  moves.forEach((move, i) => {
    const unit = units[i] ?? '';
    const { least, most } = spans.get(unit) ?? { least: Infinity, most: -Infinity };
    spans.set(unit, { least: Math.min(least, move?.least ?? Infinity), most: Math.max(most, move?.most ?? -Infinity) });
  });
  return moves.map((move, i) => {
    const { least, most } = spans.get(units[i] ?? '') ?? { least: 0, most: 0 };
    const level = move ? Math.max(Math.abs(move.least), Math.abs(move.most)) : 0;
    return move && most > least && level > 0 ? Math.sqrt((move.gain / (most - least)) * (move.gain / level)) : 0;
  });
}

function climbIn(values: readonly number[]): number {
  let lowest = Infinity;
  let best = 0;
  for (const value of values) {
    lowest = Math.min(lowest, value);
    best = Math.max(best, value - lowest);
  }
  return best;
}
