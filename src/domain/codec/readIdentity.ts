import type { Annotation } from './annotation';
import { isId } from '../record/id';
import { type FormerId, SCHEMA_VERSION, type WrittenBy } from '../record/record';
import { idInTags } from './tags';
import { readMoment, readObject, readText } from '../json/reader';

/** Who wrote a copied thing first; undefined unless login and time are both known. */
export const readWrittenBy = readObject<WrittenBy>((part, miss) => {
  const login = readText(part.login, miss);
  const at = readMoment(part.at, miss);
  if (login === undefined || at === undefined) {
    return undefined;
  }
  return part.sealed === false ? { login, at, sealed: false } : { login, at };
});

/** Version and id of a record; the tag's id stands in for a damaged one. null when there is none at all. */
export function readIdentity(
  payload: Readonly<Record<string, unknown>>,
  annotation: Annotation,
  unread: string[]
): { version: number; id: string } | null {
  const id = [payload.id, idInTags(annotation.tags)].find(isId);
  if (id === undefined) {
    return null;
  }
  if (id !== payload.id) {
    unread.push('id');
  }
  return { version: readVersion(payload, unread), id };
}

/** The id that a part had elsewhere, to be spread into what was read; nothing where there is none that could be one. */
export function readFormerId({ formerId }: Readonly<Record<string, unknown>>): { formerId?: FormerId } {
  return isId(formerId) ? { formerId } : {};
}

/** The payload's version, a whole number from 1; else ours, and `version` goes to `unread`. */
export function readVersion(payload: Readonly<Record<string, unknown>>, unread: string[]): number {
  const { version } = payload;
  if (typeof version === 'number' && Number.isInteger(version) && version > 0) {
    return version;
  }
  unread.push('version');
  return SCHEMA_VERSION;
}
