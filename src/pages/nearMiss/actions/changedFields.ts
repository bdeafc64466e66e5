import type { NearMiss } from '../../../domain/fold/nearMiss';
import { sameValue } from '../../../domain/json/sameValue';
import type { FieldSet } from '../model/PageModel';

type Written = FieldSet;

/** Only what differs from what is shown: a change must not repeat fields nobody touched, or it would conflict with others. */
export function changedFields(nearMiss: NearMiss, written: Written): FieldSet {
  const different = Object.entries(written).filter(([field, value]) => !sameValue(Reflect.get(nearMiss, field), value));
  return Object.fromEntries(different);
}
