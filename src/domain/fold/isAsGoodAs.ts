import type { Annotation } from '../codec/annotation';
import { readPayload } from '../codec/payload';
import { sameValue } from '../json/sameValue';
import { authorshipOf } from './authorship';
import { type StoredPart, partIdentity } from './storedPart';

/** Whether two stored parts go by one name: of one sort, of one near miss and with one id, wherever they are kept. */
export function isSamePart(one: StoredPart, other: StoredPart): boolean {
  return partKey(one) === partKey(other);
}

/** A part's sort, near miss and id as one text; with its place they are what makes it that part and no other. */
export function partKey(part: StoredPart): string {
  const { nearMiss, id } = partIdentity(part);
  return `${part.what} ${nearMiss} ${id}`;
}

/**
 * Whether nothing would be missed if only `other` were left: the same content by the same first writer, and not known to be
 * changed where the other is not.
 */
export function isAsGoodAs(other: StoredPart, one: StoredPart): boolean {
  return (
    isSamePart(one, other) &&
    sameValue(contentOf(one.annotation), contentOf(other.annotation)) &&
    firstLogin(one) === firstLogin(other) &&
    (!isChanged(other) || isChanged(one))
  );
}

/** Login of who wrote it first, as far as it says so; empty when Grafana names nobody. */
export function firstLogin(part: StoredPart): string {
  return partIdentity(part).writtenBy?.login ?? part.annotation.login;
}

/**
 * The payload as stored, without who wrote it first and without the times that a late one carries: the content by which copies are
 * recognised.
 */
export function contentOf(annotation: Pick<Annotation, 'text'>): Readonly<Record<string, unknown>> {
  return { ...payloadOf(annotation), writtenBy: null, times: null };
}

/** The payload as stored; empty when there is none. */
export function payloadOf({ text }: Pick<Annotation, 'text'>): Readonly<Record<string, unknown>> {
  const found = readPayload(text);
  return found.found === 'payload' ? found.payload : {};
}

function isChanged(part: StoredPart): boolean {
  return authorshipOf(part.annotation, partIdentity(part).writtenBy).sealed === false;
}
