import type { Outcome } from '../../grafana/outcome';
import { retry } from './retry';
import type { StoreContext } from './storeContext';

/** Deletes an annotation; one that is gone already counts as deleted, so repeating after a lost answer is safe. */
export async function deleteOnce({ port, clock }: StoreContext, id: number): Promise<Outcome<null>> {
  return orGone({ port }, id, await retry(clock, { attempt: () => port.remove(id) }));
}

/** The same with one request, for what the queue repeats as a whole. */
export async function deleteNow({ port }: Pick<StoreContext, 'port'>, id: number): Promise<Outcome<null>> {
  return orGone({ port }, id, await port.remove(id));
}

// Grafana cannot tell whose an annotation was that is not there, and refuses (403 or 500) instead of answering 404.
async function orGone(
  { port }: Pick<StoreContext, 'port'>,
  id: number,
  removed: Outcome<null>
): Promise<Outcome<null>> {
  if (removed.ok || removed.failure.kind === 'missing') {
    return { ok: true, value: null };
  }
  if (removed.failure.kind !== 'forbidden' && removed.failure.kind !== 'unavailable') {
    return removed;
  }
  const found = await port.get(id);
  return !found.ok && found.failure.kind === 'missing' ? { ok: true, value: null } : removed;
}
