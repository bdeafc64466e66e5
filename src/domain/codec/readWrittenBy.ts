import type { WrittenBy } from '../record/record';
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
