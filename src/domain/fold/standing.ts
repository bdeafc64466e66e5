import { projectStretch, seenOf } from '../projection/projectStretch';
import type { Projection } from '../projection/projection';
import type { NearMissFields, NearMissRecord } from '../record/record';
import { chosenPacked } from '../record/chosenSeries';
import { graphName } from '../record/headline';
import { traitsOf } from '../record/traitsOf';
import { sameValue } from '../json/sameValue';
import type { EvidenceSeries, PackedEvidence, PackedSeries } from '../series/evidence';
import { STEPS } from '../series/twelveBits';
import { unpackEvidence } from '../series/unpackEvidence';

/** What a projection was made for; it says nothing of another moment of acting, another limit or another part of the graph. */
export type ProjectedFor = Pick<NearMissFields, 'actedAt' | 'limit' | 'stretch' | 'series'>;

/**
 * What is derived of a record with its changes, as far as it still holds; `stored` is the record without them. A projection that
 * was made for other facts than the record has by now, or that looked past the moment of acting, is made anew from the frozen
 * points, or refused where they do not reach; the stretch ends with the acting, unless all of it lies later; the source names the
 * chosen series, and a title that was only the graph's name follows. Nothing of it is stored: taken back, a correction leaves what was.
 */
export function standing(
  record: NearMissRecord,
  projectedFor: ProjectedFor,
  stored: NearMissRecord
): Pick<NearMissRecord, 'stretch' | 'projection' | 'source' | 'title'> {
  const { stretch, actedAt, series, limit, title } = record;
  const source = record.source && { ...record.source, series: series || record.source.series };
  const isGraphName = title !== '' && title === graphName(stored.source, stored.limit);
  return {
    stretch: stretch && actedAt > stretch.from ? seenOf(stretch, actedAt) : stretch,
    projection: holds(record, projectedFor) ? record.projection : madeAnew(record, projectedFor),
    source,
    title: isGraphName ? graphName(source, limit) : title,
  };
}

function holds(record: NearMissRecord, projectedFor: ProjectedFor): boolean {
  const { projection, limit, actedAt } = record;
  const seen = (facts: ProjectedFor) => facts.stretch && seenOf(facts.stretch, facts.actedAt);
  return (
    limit?.value === projectedFor.limit?.value &&
    isSameSeries(record, projectedFor) &&
    sameValue(seen(record), seen(projectedFor)) &&
    (projection === null || projection.window.to <= actedAt)
  );
}

function isSameSeries(record: NearMissRecord, projectedFor: ProjectedFor): boolean {
  const nameOf = (series: string) => chosenPacked({ ...record, series })?.name ?? (series || record.source?.series);
  return nameOf(record.series) === nameOf(projectedFor.series);
}

function madeAnew(record: NearMissRecord, projectedFor: ProjectedFor): Projection | null {
  const { projection, limit, stretch, evidence, source, actedAt, series } = record;
  const window = stretch ?? projection?.window;
  if (limit === null || !window || isNeverMade(record, projectedFor)) {
    return null;
  }
  const none = {
    ok: false,
    reason: 'points-not-kept',
    window: seenOf(window, actedAt),
    horizon: 0,
    points: 0,
  } as const;
  const packed = chosenPacked(record);
  if (!evidence || !packed) {
    return none;
  }
  const until = actedAt - blurOf(packed);
  const told = { source, limit, projection: limit.value === projectedFor.limit?.value ? projection : null };
  return remembered(evidence, JSON.stringify([window, until, limit.value, series]), () => {
    const [main] = unpackEvidence({ series: [packed], dropped: [] }).series;
    const seen = main && pointsUntil(main, until);
    return seen ? projectStretch(seen, seenOf(window, until), limit.value, traitsOf(seen, told)) : none;
  });
}

/** Whoever wrote a limit without a projection wanted none; another limit or another part of the graph asks for one. */
function isNeverMade(record: NearMissRecord, projectedFor: ProjectedFor): boolean {
  const isSameGraph = sameValue(record.stretch, projectedFor.stretch) && isSameSeries(record, projectedFor);
  return record.projection === null && projectedFor.limit !== null && isSameGraph;
}

/** The last answer for each graph: a list is folded again with every page that comes, and a projection takes milliseconds. */
const answers = new WeakMap<PackedEvidence, { question: string; answer: Projection }>();

function remembered(evidence: PackedEvidence, question: string, answerNow: () => Projection): Projection {
  const known = answers.get(evidence);
  if (known?.question === question) {
    return known.answer;
  }
  const answer = answerNow();
  answers.set(evidence, { question, answer });
  return answer;
}

function pointsUntil({ times, values, ...rest }: EvidenceSeries, until: number): EvidenceSeries {
  return {
    ...rest,
    times: times.filter((at) => at <= until),
    values: values.filter((_, i) => (times[i] ?? NaN) <= until),
  };
}

/** By how much a frozen point may seem earlier than it was measured, ms. */
function blurOf({ from, to }: PackedSeries): number {
  return Math.ceil((to - from) / STEPS);
}
