import { encodeRecord } from '../domain/codec/encodeRecord';
import { bytesOver, charactersOver } from '../domain/codec/payload';
import type { NearMissRecord } from '../domain/record/record';
import { linkTo } from '../grafana/address';
import type { FormValues } from './form/formValues';

/** Even as escapes, and with all that goes along, so few characters fit: no need to encode a record at every key. */
const SURE_TO_FIT = 1_000;

/** How many characters of the form's words the record made of them has no room for; 0 when it fits. */
export function charactersTooLong(form: FormValues, recordOf: () => NearMissRecord): number {
  const { title, savedHow, cue, action, team, services, links, recordedFor, almost } = form;
  const words = [title, savedHow, cue, action, team, services, links, recordedFor, almost].join('');
  if (words.length < SURE_TO_FIT) {
    return 0;
  }
  const record = recordOf();
  // The place is not part of the text.
  return charactersOver(words, bytesOver(encodeRecord(record, { kind: 'organization' }, linkTo(record.id))));
}
