import type { NearMiss } from './nearMiss';
import type { Change, FieldName, NearMissFields } from '../record/record';
import { SCHEMA_VERSION } from '../record/record';
import { isFieldName } from '../record/fields';

/**
 * A change of what `nearMiss` shows, based on all its heads, so that it settles a conflict. Keep `id` for a retry.
 * Fields set to undefined are left out.
 */
export function changeOf(nearMiss: NearMiss, set: Partial<NearMissFields>, id: string): Change {
  const base: Partial<Record<FieldName, readonly string[]>> = {};
  for (const field of Object.keys(set)) {
    if (isFieldName(field) && set[field] !== undefined) {
      base[field] = nearMiss.heads[field] ?? [];
    }
  }
  return { version: SCHEMA_VERSION, id, nearMiss: nearMiss.id, set, base, writtenBy: null };
}
