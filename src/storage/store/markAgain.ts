import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Outcome } from '../../grafana/outcome';
import { readWholeParts } from './readWholeParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';
import { writeMarker } from './writeMarker';

/**
 * Makes the marker of a near miss that lost it; one that is there is brought up to date, so repeating it is safe. The value
 * is the marker's annotation id. Fails with `missing` when the near miss is gone, with `refused` when there is no graph to mark.
 */
export async function markAgain(context: StoreContext, nearMiss: NearMiss): Promise<Outcome<number>> {
  const parts = await retry(context.clock, { attempt: () => readWholeParts(context.port, nearMiss.id) });
  if (!parts.ok) {
    return parts;
  }
  const marked = await writeMarker(context, nearMiss, parts.value.markers);
  return marked ?? { ok: false, failure: { kind: 'refused', status: 0, detail: '' } };
}
