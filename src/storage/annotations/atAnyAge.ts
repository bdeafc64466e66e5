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
 * nothing at another time and stays refused. `now`: epoch ms.
 */
export function atAnyAge(port: AnnotationPort, now: () => number = Date.now): AnnotationPort {
  return {
    ...port,
    post: async (annotation, signal) => {
      const posted = await port.post(annotation, signal);
      const mayBeLate = !posted.ok && isRefusal(posted.failure) && isOutOfTime(annotation, now());
      const late = mayBeLate ? encodeLate(annotation) : null;
      return late ? port.post(late, signal) : posted;
    },
  };
}

function isRefusal({ kind, status }: Failure): boolean {
  return kind !== 'missing' && REFUSALS.includes(status);
}

function isOutOfTime({ time, timeEnd }: NewAnnotation, now: number): boolean {
  return time < now - LATE || timeEnd > now;
}
