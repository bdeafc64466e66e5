import { projectStretch, seenOf } from '../projection/projectStretch';
import type { Projection } from '../projection/projection';
import type { NearMissFields, NearMissRecord } from '../record/record';
import { traitsOf } from '../record/traitsOf';
import type { EvidenceSeries, PackedEvidence } from '../series/evidence';
import { STEPS } from '../series/twelveBits';
import { unpackEvidence } from '../series/unpackEvidence';

/** What a projection was made for; it says nothing of another moment of acting or another limit. */
export type ProjectedFor = Pick<NearMissFields, 'actedAt' | 'limit'>;

/**
 * Stretch and projection as far as they still hold. A projection that was made for other facts than the record has by now, or
 * that looked past the moment of acting, is made anew from the frozen points, or refused where they do not reach; the stretch
 * ends with the acting, unless all of it lies later. Nothing of it is stored: taken back, a correction leaves what was.
 */
export function standing(
  record: NearMissRecord,
  projectedFor: ProjectedFor
): Pick<NearMissRecord, 'stretch' | 'projection'> {
  const { stretch, actedAt } = record;
  return {
    stretch: stretch && actedAt > stretch.from ? seenOf(stretch, actedAt) : stretch,
    projection: holds(record, projectedFor) ? record.projection : madeAnew(record, projectedFor),
  };
}

function holds({ projection, limit, stretch, actedAt }: NearMissRecord, projectedFor: ProjectedFor): boolean {
  const seenUntil = (moment: number) => stretch && seenOf(stretch, moment).to;
  return (
    limit?.value === projectedFor.limit?.value &&
    seenUntil(actedAt) === seenUntil(projectedFor.actedAt) &&
    (projection === null || projection.window.to <= actedAt)
  );
}

function madeAnew(record: NearMissRecord, projectedFor: ProjectedFor): Projection | null {
  const { projection, limit, stretch, evidence, source, actedAt } = record;
  const neverWas = projection === null && (projectedFor.limit !== null || stretch === null);
  if (limit === null || neverWas) {
    return null;
  }
  const window = stretch ?? projection?.window;
  if (!window) {
    return null;
  }
  const none = {
    ok: false,
    reason: 'points-not-kept',
    window: seenOf(window, actedAt),
    horizon: 0,
    points: 0,
  } as const;
  if (!evidence) {
    return none;
  }
  const until = actedAt - blurOf(evidence);
  const told = { source, limit, projection: limit.value === projectedFor.limit?.value ? projection : null };
  return remembered(evidence, JSON.stringify([window, until, limit.value]), () => {
    const [main] = unpackEvidence(evidence).series;
    const seen = main && pointsUntil(main, until);
    return seen ? projectStretch(seen, seenOf(window, until), limit.value, traitsOf(seen, told)) : none;
  });
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
function blurOf({ series: [main] }: PackedEvidence): number {
  return main ? Math.ceil((main.to - main.from) / STEPS) : 0;
}
