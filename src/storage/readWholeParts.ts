import type { Outcome } from './outcome';
import { readParts, type Parts } from './readParts';
import type { StoreContext } from './storeContext';

/** Pauses before reading again, in ms. */
const PAUSES = [400, 1600];

/**
 * What is stored of a near miss, its record among it; `missing` when there is none after three readings. One reading does
 * not prove it: Grafana 12 and 13 first count the matches, then select that many, so what is written in between pushes
 * others out of the answer.
 */
export async function readWholeParts(
  { port, clock }: Pick<StoreContext, 'port' | 'clock'>,
  id: string,
  signal?: AbortSignal
): Promise<Outcome<Parts>> {
  let parts = await readParts(port, id, signal);
  for (const pause of PAUSES) {
    if (!parts.ok || parts.value.records.length > 0 || signal?.aborted) {
      break;
    }
    await clock.sleep(pause, signal);
    parts = await readParts(port, id, signal);
  }
  const isThere = !parts.ok || parts.value.records.length > 0;
  return isThere ? parts : { ok: false, failure: { kind: 'missing', status: 404, detail: id } };
}
