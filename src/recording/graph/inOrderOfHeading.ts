import { limitLinesIn, linesFor } from '../../domain/projection/offer/limitLines';
import { type Movement, movementOf, visibleMoves } from '../../domain/projection/offer/movement';
import { orderByHeading } from '../../domain/projection/offer/orderByHeading';
import { type LimitProposal, proposeLimit } from '../../domain/projection/offer/proposeLimit';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { directionOf } from '../../domain/series/direction';
import type { Stretch } from '../../domain/series/stretch';
import { proposedFor, stretchFor, weightOf, within } from './proposals';

/** Looked at closely for order, by each of two quick measures: it must not be felt when the modal opens. */
const SHORTLIST = 8;
/** Of fewer points nobody projects. */
const FEWEST = 6;
/** A projection speaks of two lengths of a stretch; what has come so little of the way, noise left out, is beyond that. */
const REACH = 3;

/** The one that heads for its limit first comes first, then the one that moves most; limit lines come last. */
export function inOrderOfHeading(all: readonly PanelSeries[], range: Stretch): PanelSeries[] {
  const lines = limitLinesIn(all);
  const movers = all.filter((one) => !lines.includes(one));
  const movements = movers.map(movementOf);
  const moves = visibleMoves(
    movements,
    movers.map(({ unit }) => unit)
  );
  const byMove = (a: number, b: number) => (moves[b] ?? 0) - (moves[a] ?? 0) || a - b;
  const ranked = movers.map((_, i) => i).sort(byMove);
  const near = movers.map((one, i) => nearness(one, movements[i] ?? null, lines, range));
  const nearest = movers.map((_, i) => i).sort((a, b) => (near[b] ?? 0) - (near[a] ?? 0) || byMove(a, b));
  const shortlist = [...new Set([...nearest.slice(0, SHORTLIST), ...ranked.slice(0, SHORTLIST)])].sort(byMove);
  const looked = shortlist.flatMap((i) => movers[i] ?? []).map((series) => lookedAt(series, range, lines));
  const order = orderByHeading(
    looked.map(({ part }) => part),
    looked.map(({ limit }) => limit),
    shortlist.map((i) => moves[i] ?? 0)
  );
  const rest = ranked.filter((i) => !shortlist.includes(i));
  return [...order.map((at) => shortlist[at] ?? -1), ...rest].flatMap((i) => movers[i] ?? []).concat(lines);
}

/** How much of the way to its limit it has gone at its largest movement, 0 to 1; 0 without such a limit. */
function nearness(
  series: PanelSeries,
  movement: Movement | null,
  lines: readonly PanelSeries[],
  range: Stretch
): number {
  if (!movement || movement.gain === 0) {
    return 0;
  }
  const { proposed } = proposeLimit(series.hints, { ...series, ...movement }, linesFor(series, lines, range.to));
  return proposed && weightOf(proposed, series.hints) > 0
    ? movement.gain / (movement.gain + Math.abs(proposed.value - movement.last))
    : 0;
}

/** The part of a series that would be proposed, and the limit that it clearly heads for. */
function lookedAt(series: PanelSeries, range: Stretch, lines: readonly PanelSeries[]) {
  const stretch = stretchFor(series, range, lines);
  const part = { ...series, ...within(series, stretch) };
  const { proposed } = proposedFor(series, stretch, lines);
  return { part, limit: proposed && headsClearly(part, proposed) ? proposed : null };
}

function headsClearly(part: PanelSeries, proposed: LimitProposal): boolean {
  const measured = part.values.filter(Number.isFinite);
  const way = movementOf(part)?.gain ?? 0;
  return (
    measured.length >= FEWEST &&
    directionOf(part.times, part.values) !== undefined &&
    weightOf(proposed, part.hints) > 0 &&
    Math.abs(proposed.value - (measured.at(-1) ?? NaN)) <= REACH * way
  );
}
