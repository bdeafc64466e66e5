import { headline } from '../record/headline';
import type { NearMissRecord } from '../record/record';
import { projectionSentence } from './projectionSentence';
import type { Speech } from './speech';

/** The road not taken of a near miss in words; empty when it has none or the projection was refused. */
export function storySentence(record: NearMissRecord, speech: Speech): string {
  const { limit, projection, actedAt, source } = record;
  if (!limit || !projection?.ok) {
    return '';
  }
  return projectionSentence({ name: source?.series || headline(record), limit, projection, actedAt }, speech);
}
