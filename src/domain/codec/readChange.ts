import { isObject } from '../json/json';
import type { Change, FieldName } from '../record/record';
import { readList, readNullable, readOr, readText } from '../json/reader';
import { readFields } from './readFields';
import { isId } from '../record/id';
import { readFormerId, readVersion, readWrittenBy } from './readIdentity';
import { isFieldName } from '../record/fields';

/**
 * A change's payload; fields that cannot be read are not part of `set`, their names go to `unread`. null when it lacks its
 * id, the near miss's id or the fields.
 */
export function readChange(payload: Readonly<Record<string, unknown>>, unread: string[]): Change | null {
  const { id, nearMiss, set } = payload;
  if (!isId(id) || !isId(nearMiss) || !isObject(set)) {
    return null;
  }
  return {
    version: readVersion(payload, unread),
    id,
    nearMiss,
    set: readFields(set, unread),
    base: readBase(payload.base, unread),
    writtenBy: readOr(payload.writtenBy, null, readNullable(readWrittenBy), () => unread.push('writtenBy')),
    ...readFormerId(payload),
  };
}

function readBase(raw: unknown, unread: string[]): Change['base'] {
  const base: Partial<Record<FieldName, readonly string[]>> = {};
  for (const [name, ids] of Object.entries(isObject(raw) ? raw : {})) {
    if (isFieldName(name)) {
      base[name] = readOr(ids, [], readList(readText), () => unread.push(`base.${name}`));
    }
  }
  return base;
}
