import type { NewAnnotation } from '../../domain/codec/annotation';
import { encodeLate } from '../../domain/codec/encodeLate';
import type { Failure } from '../../grafana/outcome';
import type { AnnotationPort } from './annotationPort';

/** What is younger is refused for something else, in ms. */
const LATE = 7 * 24 * 3_600_000;

/** How a refusal for age comes, depending on how much of its reason the legacy API passes on. */
const REFUSALS: readonly number[] = [400, 403, 422, 500];

/**
 * The port, except that what Grafana refuses, and may refuse for its age or because it lies ahead, is posted again at Grafana's
 * now, with its own times in the payload. Records, changes and entries are told by their ids and payloads; a marker says
 * nothing at another time and is `refused`, also where a 500 says so: it would never get through. `now`: epoch ms.
 */
export function atAnyAge(port: AnnotationPort, now: () => number = Date.now): AnnotationPort {
  return {
    ...port,
    post: async (annotation, signal) => {
      const posted = await port.post(annotation, signal);
      if (posted.ok || !isRefusal(posted.failure) || !isOutOfTime(annotation, now())) {
        return posted;
      }
      const late = encodeLate(annotation);
      return late ? port.post(late, signal) : { ok: false, failure: asRefused(posted.failure) };
    },
  };
}

function isRefusal({ kind, status }: Failure): boolean {
  return kind !== 'missing' && REFUSALS.includes(status);
}

function asRefused(failure: Failure): Failure {
  return failure.kind === 'unavailable' ? { ...failure, kind: 'refused' } : failure;
}

function isOutOfTime({ time, timeEnd }: NewAnnotation, now: number): boolean {
  return time < now - LATE || timeEnd > now;
}
