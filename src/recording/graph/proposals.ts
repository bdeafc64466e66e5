import { boundsOf } from '../../domain/projection/offer/boundsOf';
import { linesFor } from '../../domain/projection/offer/limitLines';
import { type LimitProposal, proposeLimit } from '../../domain/projection/offer/proposeLimit';
import { directionOf } from '../../domain/series/direction';
import { projectStretch, seenOf, type SeriesTraits } from '../../domain/projection/projectStretch';
import { type ProposedStretch, proposeStretches } from '../../domain/projection/proposeStretches';
import { heldStretch, measuredSpan } from './heldStretch';
import type { Speech } from '../../domain/story/speech';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import type { Stretch } from '../../domain/series/stretch';
import { shorten } from '../../domain/text/visibleText';

/** Where nothing moves enough to propose a stretch: the last third of what the panel shows, as far as it was measured. */
const LAST_PART = 1 / 3;
/** Characters of a limit line's name that a sentence has room for. */
const LONGEST_NAME = 60;

export interface LimitOffer {
  proposed: Limit | null;
  /** All there are, on both sides of the last value, ascending. */
  all: Limit[];
  /** Those of `all` that are limit lines which stood elsewhere before. */
  moving: Limit[];
  /** Where the stretch heads. */
  heads: Limit['direction'];
  /** True when a variable left a threshold without a number: then none is proposed. */
  stepsUnfilled: boolean;
}

/** The part of a panel's range that is past at `now`: nobody has acted yet in the rest of "today". All of a range that is still to come. */
export function pastOf({ from, to }: Stretch, now: number): Stretch {
  return { from, to: from < now ? Math.min(to, now) : to };
}

/** The stretches to choose from: those first that head for a threshold or a limit line, then those for another end above. */
export function stretchesFor(
  series: PanelSeries,
  range: Stretch,
  lines: readonly PanelSeries[] = []
): ProposedStretch[] {
  const weighed = proposeStretches(series.times, series.values, range.to)
    .filter(({ from, to }) => to > from)
    .map((stretch) => ({ stretch, weight: weightOf(proposedFor(series, stretch, lines).proposed, series.hints) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ stretch }) => stretch);
}

/** The stretch to start from; always inside `range`, and never empty. */
export function stretchFor(series: PanelSeries, range: Stretch, lines: readonly PanelSeries[] = []): Stretch {
  const [first] = stretchesFor(series, range, lines);
  if (first) {
    return { from: first.from, to: first.to };
  }
  const last = { from: Math.round(range.to - (range.to - range.from) * LAST_PART), to: range.to };
  const span = measuredSpan(series, range.to);
  return span ? heldStretch(last, span) : last;
}

/**
 * The panel's own limits, and the one to start from beyond the last value of the stretch. `lines` are the panel's limit lines; they
 * count as they stood at the end of the stretch or when somebody acted, whatever was first.
 */
export function limitsFor(
  series: PanelSeries,
  stretch: Stretch,
  speech: Speech,
  lines: readonly PanelSeries[] = [],
  actedAt = stretch.to
): LimitOffer {
  const seen = actedAt > stretch.from ? seenOf(stretch, actedAt) : stretch;
  const { proposed, all } = proposedFor(series, seen, lines);
  const worded = (proposal: LimitProposal) => limitOf(proposal, series.unit, speech);
  return {
    proposed: proposed ? worded(proposed) : null,
    all: all.map(worded),
    moving: all.filter(({ line }) => line?.moves).map(worded),
    heads: heading(series, seen),
    stepsUnfilled: series.hints.stepsUnfilled === true,
  };
}

/** A limit that somebody typed: beyond the last value upwards it is risen to, otherwise fallen to. */
export function typedLimit(value: number, series: PanelSeries, stretch: Stretch, speech: Speech): Limit {
  return {
    value,
    direction: value >= lastValue(series, stretch) ? 'rising' : 'falling',
    unit: series.unit,
    text: speech.value(value, series.unit),
    origin: 'typed',
  };
}

/** The road not taken from the stretch, as far as it was seen when somebody acted. */
export function projectCapture(series: PanelSeries, stretch: Stretch, actedAt: number, limit: Limit): Projection {
  return projectStretch(series, seenOf(stretch, actedAt), limit.value, traitsOf(series, limit));
}

/** What is known of a panel's series besides its points. What the panel offers as a limit is within reach. */
export function traitsOf({ hints, values, counter }: PanelSeries, limit: Limit | null = null): SeriesTraits {
  const offered = limit === null || limit.origin === 'typed' ? [] : [limit.value];
  return { ...boundsOf(hints, [...values, ...offered]), counter };
}

/** As `limitsFor`, without words. */
export function proposedFor(series: PanelSeries, stretch: Stretch, lines: readonly PanelSeries[]) {
  const mover = { values: series.values, last: lastValue(series, stretch), heads: heading(series, stretch) };
  return proposeLimit(series.hints, mover, linesFor(series, lines, stretch.to));
}

/**
 * 2 for what the graph draws, 1 for another end above, or below of what should not run out, 0 for none and for any other end below,
 * for which every recovery heads.
 */
export function weightOf(proposal: LimitProposal | undefined, { meaning }: PanelSeries['hints']): number {
  if (!proposal) {
    return 0;
  }
  const isDrawn = proposal.origin === 'line' || proposal.origin === 'threshold';
  return isDrawn ? 2 : Number(proposal.direction === 'rising' || meaning === 'more-is-better');
}

function limitOf({ value, direction, origin, line }: LimitProposal, unit: string, speech: Speech): Limit {
  const text = speech.value(value, unit);
  const named =
    line &&
    speech.phrase('limit.line-text', '{{value}} (limit line “{{name}}”)', {
      value: text,
      name: shorten(line.name, LONGEST_NAME),
    });
  return { value, direction, unit, text: named ?? text, origin };
}

/** The points of a series in a stretch, both ends in it. */
export function within({ times, values }: PanelSeries, { from, to }: Stretch): { times: number[]; values: number[] } {
  const inside = times.map((at) => at >= from && at <= to);
  return { times: times.filter((_, i) => inside[i]), values: values.filter((_, i) => inside[i]) };
}

function heading(series: PanelSeries, stretch: Stretch): 'rising' | 'falling' {
  const { times, values } = within(series, stretch);
  const measured = values.filter(Number.isFinite);
  return directionOf(times, values) ?? ((measured.at(-1) ?? 0) < (measured[0] ?? 0) ? 'falling' : 'rising');
}

function lastValue(series: PanelSeries, stretch: Stretch): number {
  return within(series, stretch).values.filter(Number.isFinite).at(-1) ?? 0;
}
