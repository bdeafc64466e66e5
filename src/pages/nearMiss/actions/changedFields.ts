import type { FormValues } from '../../../recording/form/formValues';
import { sameValue } from '../../../domain/json/sameValue';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { FieldSet } from '../model/PageModel';

/** Only what differs from what is shown: a change must not repeat fields nobody touched, or it would conflict with others. */
export function changedFields(nearMiss: NearMiss, written: FieldSet): FieldSet {
  const different = Object.entries(written).filter(([field, value]) => !sameValue(Reflect.get(nearMiss, field), value));
  return Object.fromEntries(different);
}

/** What is kept of the form: only the fields that differ, so that what others change meanwhile is not undone on coming back. */
export function touchedText<T extends FormValues>(shown: T, values: T): string {
  const touched = Object.entries(values).filter(([name, value]) => !sameValue(Reflect.get(shown, name), value));
  return touched.length === 0 ? '' : JSON.stringify(Object.fromEntries(touched));
}
