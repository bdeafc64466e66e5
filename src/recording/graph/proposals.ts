import { orderByHeading } from '../../domain/projection/orderByHeading';
import { directionOf } from '../../domain/series/direction';
import { projectStretch, seenOf, type SeriesTraits } from '../../domain/projection/projectStretch';
import { type LimitProposal, proposeLimit, boundsOf } from '../../domain/projection/proposeLimit';
import { proposeStretch } from '../../domain/projection/proposeStretch';
import type { Speech } from '../../domain/story/speech';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import type { Stretch } from '../../domain/series/stretch';

/** Where nothing moves enough to propose a stretch: the last third of what the panel shows. */
const LAST_PART = 1 / 3;
/** With more series than these only the first are looked at for order: it must not be felt when the modal opens. */
const MOST_ORDERED = 60;

export interface LimitOffer {
  proposed: Limit | null;
  /** All there are, the proposed one first. */
  all: Limit[];
}

/** The part of a panel's range that is past at `now`: nobody has acted yet in the rest of "today". All of a range that is still to come. */
export function pastOf({ from, to }: Stretch, now: number): Stretch {
  return { from, to: from < now ? Math.min(to, now) : to };
}

/** The stretch to start from; always inside `range`, and never empty. */
export function stretchFor({ times, values }: PanelSeries, range: Stretch): Stretch {
  const proposed = proposeStretch(times, values, range.to);
  return proposed && proposed.to > proposed.from
    ? proposed
    : { from: Math.round(range.to - (range.to - range.from) * LAST_PART), to: range.to };
}

/** The panel's own limits beyond the last value of the stretch, in the direction it heads. */
export function limitsFor(series: PanelSeries, stretch: Stretch, speech: Speech): LimitOffer {
  const { proposed, others } = proposeLimit(series.hints, lastValue(series, stretch), heading(series, stretch));
  const worded = (proposal: LimitProposal): Limit => ({
    ...proposal,
    unit: series.unit,
    text: speech.value(proposal.value, series.unit),
  });
  return {
    proposed: proposed ? worded(proposed) : null,
    all: [...(proposed ? [proposed] : []), ...others].map(worded),
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
  return projectStretch(series, seenOf(stretch, actedAt), limit.value, traitsOf(series));
}

/** What is known of a panel's series besides its points. */
export function traitsOf({ hints, values, counter }: PanelSeries): SeriesTraits {
  return { ...boundsOf(hints, values), counter };
}

/** The one that heads for its limit first comes first. */
export function inOrderOfHeading(all: readonly PanelSeries[], range: Stretch, speech: Speech): PanelSeries[] {
  const looked = all.slice(0, MOST_ORDERED).map((series) => {
    const stretch = stretchFor(series, range);
    return { part: { ...series, ...within(series, stretch) }, limit: limitsFor(series, stretch, speech).proposed };
  });
  const order = orderByHeading(
    looked.map(({ part }) => part),
    looked.map(({ limit }) => limit)
  );
  const first = order.flatMap((index) => all[index] ?? []);
  return [...first, ...all.slice(MOST_ORDERED)];
}

function within({ times, values }: PanelSeries, { from, to }: Stretch): { times: number[]; values: number[] } {
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
