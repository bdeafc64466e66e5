import type { AnnotationPort } from '../../storage/annotations/annotationPort';
import type { Outcome } from '../../grafana/outcome';
import type { LoadedNearMiss } from './nearMissLoad';
import { severalAtOnce } from './severalAtOnce';

/** Writes a load through that port, a few at a time, and takes it away again, also what was written before a failure. */
export function loadOn(port: AnnotationPort) {
  const written: number[] = [];
  return {
    /** Annotation ids of all that was written and not removed. */
    ids: (): readonly number[] => written,
    write: (load: readonly LoadedNearMiss[]) =>
      severalAtOnce(load, async ({ parts }) => {
        for (const part of parts) {
          written.push(orThrow(await port.post(part)));
        }
      }),
    remove: () =>
      severalAtOnce(written.splice(0), async (id) => {
        orThrow(await port.remove(id));
      }),
  };
}

function orThrow<T>(outcome: Outcome<T>): T {
  if (outcome.ok) {
    return outcome.value;
  }
  const { kind, status, detail } = outcome.failure;
  throw new Error(`${kind} ${status} ${detail}`);
}
