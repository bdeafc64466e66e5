import { authorshipOf } from '../fold/authorship';
import { contentOf } from './copy';
import { sameValue } from '../json/sameValue';
import { type StoredPart, partIdentity } from '../fold/storedPart';

/** Whether two stored parts are one thing: of one sort and with one id. */
export function isSamePart(one: StoredPart, other: StoredPart): boolean {
  return one.what === other.what && partIdentity(one).id === partIdentity(other).id;
}

/** Whether nothing would be missed if only `other` were left: the same content by the same first writer, no less sealed. */
export function isAsGoodAs(other: StoredPart, one: StoredPart): boolean {
  return (
    isSamePart(one, other) &&
    sameValue(contentOf(one.annotation), contentOf(other.annotation)) &&
    firstLogin(one) === firstLogin(other) &&
    (isSealed(other) || !isSealed(one))
  );
}

/**
 * Whether `copy` was made of `original`, or could have been. It must be younger, by number: as only what has a younger one
 * is ever deleted, the youngest stays, whoever moves what in whichever direction at the same time.
 */
export function isCopyOf(copy: StoredPart, original: StoredPart): boolean {
  return copy.annotation.id > original.annotation.id && isAsGoodAs(copy, original);
}

function firstLogin(part: StoredPart): string {
  return partIdentity(part).writtenBy?.login ?? part.annotation.login;
}

function isSealed(part: StoredPart): boolean {
  return authorshipOf(part.annotation, partIdentity(part).writtenBy).sealed;
}
