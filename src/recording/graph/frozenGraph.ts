import { readLimit, readStretch } from '../../domain/codec/readGraph';
import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { readNullable } from '../../domain/json/reader';
import { sameValue } from '../../domain/json/sameValue';
import type { Limit } from '../../domain/projection/limit';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { chosenSeries } from '../../domain/record/chosenSeries';
import type { NearMissFields, NearMissRecord } from '../../domain/record/record';
import type { EvidenceSeries } from '../../domain/series/evidence';
import type { Stretch } from '../../domain/series/stretch';
import { unpackEvidence } from '../../domain/series/unpackEvidence';
import type { Speech } from '../../domain/story/speech';
import { seenOf } from '../../domain/projection/projectStretch';
import { limitsFor, typedLimit } from './proposals';

/** What is chosen of a frozen graph. */
export interface GraphChoice {
  /** Name of one of the frozen series. */
  series: string;
  stretch: Stretch;
  limit: Limit | null;
  /** What stands in the limit's field, also while it is half typed. */
  limitText: string;
}

/** The frozen graph of a near miss, as something to choose from. */
export interface FrozenGraph {
  /** At least one, as they were kept. */
  series: readonly PanelSeries[];
  /** From the first to the last frozen point, or to the end of the stretch. */
  range: Stretch;
  /** What the near miss shows. */
  shown: GraphChoice;
  /** What was recorded, before any change. */
  recorded: GraphChoice;
}

type OfGraph = Pick<NearMissRecord, 'series' | 'stretch' | 'limit'>;

/** null where there is nothing to choose from: no graph, or its values were left out. */
export function frozenGraphOf(nearMiss: NearMissRecord, record: NearMissRecord): FrozenGraph | null {
  const kept = nearMiss.evidence ? unpackEvidence(nearMiss.evidence).series : [];
  const shown = choiceOf(nearMiss, kept);
  if (!shown) {
    return null;
  }
  const times = kept.flatMap((one) => [one.times[0] ?? shown.stretch.from, one.times.at(-1) ?? shown.stretch.to]);
  return {
    series: kept.map(asPanelSeries),
    range: { from: Math.min(shown.stretch.from, ...times), to: Math.max(shown.stretch.to, ...times) },
    shown,
    recorded:
      choiceOf({ ...record, stretch: record.stretch && seenOf(record.stretch, nearMiss.actedAt) }, kept) ?? shown,
  };
}

function choiceOf({ series, stretch, limit }: OfGraph, kept: readonly EvidenceSeries[]): GraphChoice | null {
  const chosen = chosenSeries(kept, series) ?? kept[0];
  return chosen && stretch ? { series: chosen.name, stretch, limit, limitText: limit?.text ?? '' } : null;
}

/** The panel's own limits are not kept with the points. */
function asPanelSeries(series: EvidenceSeries): PanelSeries {
  const hints = { steps: [], mode: 'absolute', thresholdsShown: false, unit: series.unit } as const;
  return { ...series, key: series.name, hints, labels: {} };
}

/** The frozen series that is chosen. */
export function seriesOf({ series }: FrozenGraph, choice: GraphChoice): PanelSeries | undefined {
  return chosenSeries(series, choice.series);
}

/** With another series: its own limit where one was known of it, none otherwise, because another quantity has another limit. */
export function withSeries(graph: FrozenGraph, choice: GraphChoice, name: string): GraphChoice {
  const known = [graph.shown, graph.recorded].find(({ series }) => series === name);
  return { ...choice, series: name, limit: known?.limit ?? null, limitText: known?.limitText ?? '' };
}

/** Both ends within the frozen points: beyond them there is nothing to choose. */
export function withStretch({ range }: FrozenGraph, choice: GraphChoice, { from, to }: Stretch): GraphChoice {
  const within = (at: number) => Math.min(range.to, Math.max(range.from, at));
  const stretch = { from: within(from), to: within(to) };
  return stretch.from < stretch.to ? { ...choice, stretch } : choice;
}

/** A null value: the text is no number, or there is none. */
export function withLimit(
  graph: FrozenGraph,
  choice: GraphChoice,
  { text, value }: { text: string; value: number | null },
  speech: Speech
): GraphChoice {
  const series = seriesOf(graph, choice);
  const limit = series && value !== null ? typedLimit(value, series, choice.stretch, speech) : null;
  return { ...choice, limit, limitText: text };
}

/** The limits that are known of the chosen series: those that were recorded or shown, and the end of its scale. */
export function knownLimits(graph: FrozenGraph, choice: GraphChoice, speech: Speech): Limit[] {
  const series = seriesOf(graph, choice);
  const earlier = [graph.recorded, graph.shown].flatMap((each) =>
    each.limit && each.series === choice.series ? [each.limit] : []
  );
  const all = [...earlier, ...(series ? limitsFor(series, choice.stretch, speech).all : [])];
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

/** The fields that such a choice changes. Another series takes stretch and limit along: they were chosen on its points. */
export function graphFields({ shown }: FrozenGraph, { series, stretch, limit }: GraphChoice): Partial<NearMissFields> {
  return series === shown.series
    ? {
        ...(sameValue(stretch, shown.stretch) ? {} : { stretch }),
        ...(sameValue(limit, shown.limit) ? {} : { limit }),
      }
    : { series, stretch, limit };
}

/** Whether the limit's field holds something that is no limit. */
export function isHalfTyped({ limit, limitText }: Pick<GraphChoice, 'limit' | 'limitText'>): boolean {
  return limit === null && limitText.trim() !== '';
}

/** A choice as it was kept unfinished; what is missing, or of a series that is not there, stays as the near miss shows it. */
export function readGraphChoice(kept: unknown, graph: FrozenGraph): GraphChoice {
  const { shown } = graph;
  const limit = readNullable(readLimit)(fieldOf(kept, 'limit'), ignored);
  const series = textOf(kept, 'series');
  if (limit === undefined || !graph.series.some(({ name }) => name === series)) {
    return shown;
  }
  const stretch = readStretch(fieldOf(kept, 'stretch'), ignored) ?? shown.stretch;
  return withStretch(graph, { series, stretch: shown.stretch, limit, limitText: textOf(kept, 'limitText') }, stretch);
}

function ignored(): void {}
