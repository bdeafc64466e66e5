import { changeOf } from '../../../domain/fold/changeOf';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { Addition } from '../../../storage/store/encodeAddition';
import type { FieldSet } from './PageModel';
import { newId } from '../../../domain/record/id';
import type { Sending } from '../../../storage/react/useSending';

/** While one is on its way, another would be based on what is about to change. */
export const isBusy = ({ state }: Sending): boolean => state.is === 'saving' || state.is === 'queued';

/** The write that changes these fields of what the reader saw. */
export function changeWrite(nearMiss: NearMiss, set: FieldSet): Addition {
  return { what: 'change', change: changeOf(nearMiss, set, newId()) };
}
