import type { Entry } from '../record/record';
import { ENTRY_TYPES } from '../record/record';
import { readNullable, readOneOf, readOr, readText } from '../json/reader';
import { wordingOf } from '../record/questions';
import { isId } from '../record/id';
import { readFormerId, readVersion, readWrittenBy } from './readIdentity';

/**
 * An entry's payload; null when it lacks its id, the near miss's id or its text. An unknown type (of a newer version) is
 * shown as a takeaway, because its words must not be lost.
 */
export function readEntry(payload: Readonly<Record<string, unknown>>): Entry | null {
  const { id, nearMiss, text } = payload;
  if (!isId(id) || !isId(nearMiss) || typeof text !== 'string') {
    return null;
  }
  const type = readOneOf(ENTRY_TYPES)(payload.type, ignored) ?? 'takeaway';
  return {
    version: readVersion(payload, []),
    id,
    nearMiss,
    type,
    question: readOr(payload.question, '', readText, ignored),
    asked: type === 'answer' ? wordingOf(readOr(payload.asked, '', readText, ignored)) : '',
    text,
    replaces: readOr(payload.replaces, '', readText, ignored),
    writtenBy: readOr(payload.writtenBy, null, readNullable(readWrittenBy), ignored),
    ...readFormerId(payload),
  };
}

/** Beside the words of an entry nothing is worth refusing it for. */
function ignored(): void {}
