import type { NewAnnotation } from '../../domain/codec/annotation';
import type { AnnotationPort, AnnotationQuery } from '../../storage/annotations/annotationPort';
import { memoryAnnotations, type MemoryUser } from '../grafana/memoryAnnotations';
import type { Failure } from '../../grafana/outcome';
import type { StoreContext } from '../../storage/store/storeContext';

/** One request to the annotations with what it carried. */
type Asked =
  | readonly ['find', AnnotationQuery]
  | readonly ['get', number]
  | readonly ['post', NewAnnotation]
  | readonly ['patch', number, Partial<NewAnnotation>]
  | readonly ['remove', number];

/** Nobody knows what came of it: it is tried again. */
export const DOWN: Failure = { kind: 'unavailable', status: 503, detail: 'down' };
/** An answer: it is not tried again. */
export const FORBIDDEN: Failure = { kind: 'forbidden', status: 403, detail: 'not yours' };

/** What the store's parts work with: annotations in memory, a note of each request, a clock that goes on a second with each look. */
export function storeStage(user: MemoryUser = { login: 'anna' }) {
  let at = Date.UTC(2026, 10, 1);
  const now = () => (at += 1000);
  const annotations = memoryAnnotations({ user, now });
  const asked: Asked[] = [];
  const context: StoreContext = {
    port: noting(annotations, asked),
    clock: { now, sleep: async () => {} },
    link: (id) => `/a/app/nm/${id}`,
  };
  return { annotations, asked, context };
}

function noting(port: AnnotationPort, asked: Asked[]): AnnotationPort {
  const note = <T>(request: Asked, answer: Promise<T>) => {
    asked.push(request);
    return answer;
  };
  return {
    find: (query, signal) => note(['find', query], port.find(query, signal)),
    get: (id, signal) => note(['get', id], port.get(id, signal)),
    post: (annotation, signal) => note(['post', annotation], port.post(annotation, signal)),
    patch: (id, part) => note(['patch', id, part], port.patch(id, part)),
    remove: (id) => note(['remove', id], port.remove(id)),
  };
}
