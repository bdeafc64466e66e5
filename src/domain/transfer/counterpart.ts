import type { NewAnnotation } from '../codec/annotation';
import { contentOf, firstLogin, partKey } from '../fold/isAsGoodAs';
import { type StoredPart, partIdentity, type WholeNearMiss, type GatheredNearMisses } from '../fold/storedPart';
import { isKeptIn, type Place } from '../record/place';
import { sameValue } from '../json/sameValue';
import { renamed, type NewIds } from './renamed';

/** Where a part of the file stands here, or is to stand. */
export interface Counterpart {
  /** The part under the id that it has here. */
  part: StoredPart;
  /** Whether it is stored already. */
  isHere: boolean;
}

/** What is here, as a part of a file meets it. */
interface Met {
  /** Goes by its id, whatever it says; undefined when the id is free. */
  known: StoredPart | undefined;
  /** Say that they had its id before they came here. */
  candidates: readonly StoredPart[];
  nearMiss: string;
  newIds: NewIds;
  newId: () => string;
  /** What an import of the part would write. */
  encoded: (part: StoredPart) => NewAnnotation;
}

/** The part under its own id where that is free or its own already; else under the one it was given before, or a new one. */
export function counterpartOf(part: StoredPart, met: Met): Counterpart {
  const { known, candidates, nearMiss, newIds, newId, encoded } = met;
  const own = partIdentity(part).id;
  const named = (id: string) => renamed(part, { id, nearMiss: part.what === 'record' ? id : nearMiss, newIds });
  const asItIs = named(own);
  if (known && holds(known, asItIs, encoded)) {
    return { part: asItIs, isHere: true };
  }
  for (const candidate of candidates) {
    const underThat = named(partIdentity(candidate).id);
    if (holds(candidate, underThat, encoded)) {
      return { part: underThat, isHere: true };
    }
  }
  return { part: known ? named(newId()) : asItIs, isHere: false };
}

/**
 * Whether what is stored holds what the part says, or what an import would write of it: with its first writer it may be too large
 * for all of its evidence. Grafana names nobody for a user who was deleted, so words of nobody are not another's.
 */
function holds(stored: StoredPart, part: StoredPart, encoded: Met['encoded']): boolean {
  const [there, here] = [firstLogin(part), firstLogin(stored)];
  if (there !== here && there !== '' && here !== '') {
    return false;
  }
  const content = contentOf(stored.annotation);
  return sameValue(contentOf(part.annotation), content) || sameValue(contentOf(encoded(part)), content);
}

/** The near misses that are here, by what a file may call them. */
export function knownHere({ whole, stored }: GatheredNearMisses) {
  const byId = new Map(whole.map((one) => [one.record.record.id, one]));
  const renamedFrom = new Map<string, WholeNearMiss[]>();
  for (const one of whole) {
    const { formerId } = one.record.record;
    if (formerId !== undefined) {
      renamedFrom.set(formerId, [...(renamedFrom.get(formerId) ?? []), one]);
    }
  }
  return {
    nearMiss: (id: string) => byId.get(id),
    formerly: (id: string): readonly StoredPart[] => (renamedFrom.get(id) ?? []).map(({ record }) => record),
    /** Changes and entries that would stand beside a part: those of the near miss, or, before it has a record, those in the place. */
    additionsOf: (id: string, place: Place | null): readonly StoredPart[] => {
      const one = byId.get(id);
      return one
        ? [...one.changes, ...one.entries]
        : stored.orphans.filter(
            (part) => partIdentity(part).nearMiss === id && place !== null && isKeptIn(place)(part)
          );
    },
  };
}

/** By sort, near miss and id; the first of several. */
export function byKey(parts: readonly StoredPart[]): ReadonlyMap<string, StoredPart> {
  return new Map([...parts].reverse().map((part) => [partKey(part), part]));
}
