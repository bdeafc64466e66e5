import type { Failure, Outcome } from '../../grafana/outcome';
import { retry } from './retry';
import type { StoreContext } from './storeContext';

/** Deletes an annotation; one that is gone already counts as deleted, so repeating after a lost answer is safe. */
export async function deleteOnce({ port, clock }: StoreContext, id: number): Promise<Outcome<null>> {
  const removed = await retry(clock, { attempt: () => port.remove(id) });
  if (removed.ok || removed.failure.kind === 'missing') {
    return { ok: true, value: null };
  }
  return (await isGone({ port }, id, removed.failure)) ? { ok: true, value: null } : removed;
}

// Grafana cannot tell whose an annotation was that is not there, and refuses (403 or 500) instead of answering 404.
async function isGone({ port }: Pick<StoreContext, 'port'>, id: number, failure: Failure): Promise<boolean> {
  if (failure.kind !== 'forbidden' && failure.kind !== 'unavailable') {
    return false;
  }
  const found = await port.get(id);
  return !found.ok && found.failure.kind === 'missing';
}
