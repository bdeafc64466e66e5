import type { AnnotationPort, AnnotationQuery } from './annotationPort';
import type { Outcome } from '../../grafana/outcome';
import { readAnnotation } from '../../domain/codec/annotation';

type Found = Outcome<readonly unknown[]>;

/** How long an answer about journals holds, in ms: a walk asks many times. */
const HOLDS = 60_000;

/**
 * The port, except that a search over all dashboards also asks each of the journals that it may miss, and puts the answers
 * together: the newest `limit` of all, as one complete search would give. Without such journals it is the port's own answer.
 */
export function everyJournal(
  port: AnnotationPort,
  journals: () => Promise<Outcome<readonly string[]>>,
  now: () => number = Date.now
): AnnotationPort {
  const known = held(journals, now);
  const find = async (query: AnnotationQuery, signal?: AbortSignal): Promise<Found> => {
    const [answer, beyond] = await Promise.all([port.find(query, signal), known()]);
    if (!answer.ok || !beyond.ok) {
      return answer.ok ? beyond : answer;
    }
    const asked = beyond.value.map((dashboardUid) => port.find({ ...query, dashboardUid }, signal));
    return asked.length > 0 ? together([answer, ...(await Promise.all(asked))], query.limit) : answer;
  };
  return {
    ...port,
    find: (query, signal) => (query.dashboardUid === undefined ? find(query, signal) : port.find(query, signal)),
  };
}

/** Asks again after a failure, and once the answer is old: an admin may have made a journal meanwhile. */
function held<T>(ask: () => Promise<Outcome<T>>, now: () => number): () => Promise<Outcome<T>> {
  let last: { at: number; answer: Promise<Outcome<T>> } | null = null;
  return async () => {
    if (last === null || Math.abs(now() - last.at) >= HOLDS) {
      last = { at: now(), answer: ask() };
    }
    const { answer } = last;
    const outcome = await answer;
    if (!outcome.ok) {
      last = null;
    }
    return outcome;
  };
}

function together(answers: readonly Found[], limit: number): Found {
  const byId = new Map<number, { raw: unknown; timeEnd: number }>();
  for (const answer of answers) {
    if (!answer.ok) {
      return answer;
    }
    for (const raw of answer.value) {
      const { id, timeEnd } = readAnnotation(raw) ?? { id: 0, timeEnd: Infinity };
      byId.set(id, { raw, timeEnd });
    }
  }
  const newestFirst = [...byId.values()].sort((a, b) => b.timeEnd - a.timeEnd);
  return { ok: true, value: newestFirst.slice(0, limit).map(({ raw }) => raw) };
}
