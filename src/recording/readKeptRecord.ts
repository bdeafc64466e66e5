import type { FormValues } from './form/formValues';
import { readFormValues } from './form/readFormValues';
import { fieldOf, textOf } from '../domain/json/fieldOf';

/** A form kept as JSON with the id of its near miss to be; null for anything else. */
export function readKeptRecord(text: string, start: FormValues): { id: string; form: FormValues } | null {
  try {
    const kept: unknown = JSON.parse(text);
    const id = textOf(kept, 'id');
    return id === '' ? null : { id, form: readFormValues(fieldOf(kept, 'form'), start) };
  } catch {
    return null;
  }
}
