import type { AnnotationQuery } from '../../storage/annotations/annotationPort';
import { byEndNewestFirst, isWanted, isWantedExactly, type StoredAnnotation } from './storedAnnotation';

/** Which of Grafana's two stores of annotations stands behind the legacy API. */
export type AnnotationsMode = 'legacy' | 'app-platform';

type Times = Pick<StoredAnnotation, 'time' | 'timeEnd'>;

/** What differs between the two. */
interface AnnotationRules {
  /** The answer of a search, newest end first. */
  find: (stored: readonly StoredAnnotation[], query: AnnotationQuery, isHidden: IsHidden) => StoredAnnotation[];
  /** Whether a POST with these times is refused for them. */
  refuses: (times: Times, now: number) => boolean;
  patchedTimes: (stored: StoredAnnotation, part: Partial<Times>) => Times;
  /** As an answer has it. */
  shown: (stored: StoredAnnotation) => Partial<StoredAnnotation>;
  /** What is left of a deleted one; null: nothing. */
  deleted: (stored: StoredAnnotation) => StoredAnnotation | null;
}

type IsHidden = (stored: StoredAnnotation) => boolean;

const DAY = 24 * 3_600_000;
const DEFAULT_LIMIT = 100;

const LEGACY: AnnotationRules = {
  find: (stored, query, isHidden) => {
    const wanted = stored.filter((one) => isWanted(one, query)).sort(byEndNewestFirst);
    const limit = Math.min(query.limit || DEFAULT_LIMIT, query.dashboardUid ? Infinity : wanted.length);
    const visible = wanted.filter((one) => !isHidden(one)).slice(0, limit);
    // Grafana goes on to the next page of dashboards while the limit is not reached, and asks for the organization's again.
    const again = visible.length < limit && !query.dashboardUid;
    return again ? [...visible, ...visible.filter(({ dashboardUid }) => dashboardUid === '')] : visible;
  },
  refuses: () => false,
  patchedTimes: (stored, { time, timeEnd }) => inOrder(time || stored.time, timeEnd || stored.timeEnd),
  shown: (stored) => stored,
  deleted: () => null,
};

const APP_PLATFORM: AnnotationRules = {
  // The newest by `time`, of which the deleted and the hidden are left out afterwards.
  find: (stored, query, isHidden) =>
    stored
      .filter((one) => isWantedExactly(one, query))
      .sort((a, b) => b.time - a.time || a.id - b.id)
      .slice(0, query.limit || DEFAULT_LIMIT)
      .filter((one) => !one.deleted && !isHidden(one))
      .sort(byEndNewestFirst),
  refuses: ({ time, timeEnd }, now) => time < now - 90 * DAY || timeEnd > now + 7 * DAY || timeEnd < time,
  patchedTimes: ({ time, timeEnd }) => ({ time, timeEnd }),
  shown: ({ updated: _, created, ...rest }) => ({ ...rest, created: Math.floor(created / 1000) * 1000 }),
  deleted: (stored) => ({ ...stored, deleted: true }),
};

export const ANNOTATION_RULES: Readonly<Record<AnnotationsMode, AnnotationRules>> = {
  legacy: LEGACY,
  'app-platform': APP_PLATFORM,
};

export function inOrder(time: number, timeEnd: number): Times {
  return time <= timeEnd ? { time, timeEnd } : { time: timeEnd, timeEnd: time };
}
