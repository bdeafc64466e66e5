import { isKeptIn, placeOf } from '../record/place';
import { isAsGoodAs, partKey } from './isAsGoodAs';
import { oldestFirst } from './oldestFirst';
import { type Gathered, type StoredPart, partIdentity } from './storedPart';

/**
 * Tells what is part of a near miss from what only carries its id; what has no record is left out. The record is the one with
 * the lowest annotation number, which nobody can choose, as they can a time; changes and entries count where the record is
 * kept, because only there its readers let people write. The same for any order of arrival.
 */
export function gather(parts: readonly StoredPart[]): Gathered[] {
  const byNearMiss = new Map<string, StoredPart[]>();
  const seen = new Set<number>();
  for (const part of oldestFirst(parts)) {
    const { nearMiss } = partIdentity(part);
    const group = byNearMiss.get(nearMiss) ?? [];
    byNearMiss.set(nearMiss, group);
    // Grafana repeats annotations of the organization.
    if (!seen.has(part.annotation.id)) {
      group.push(part);
      seen.add(part.annotation.id);
    }
  }
  return [...byNearMiss.values()].flatMap(gatherOne);
}

function gatherOne(parts: readonly StoredPart[]): Gathered[] {
  const record = parts.find((part) => part.what === 'record');
  if (!record) {
    return [];
  }
  const counting = new Map<string, StoredPart>();
  for (const part of parts.filter(isKeptIn(placeOf(record.annotation)))) {
    counting.set(partKey(part), counting.get(partKey(part)) ?? part);
  }
  const beside = parts.filter((part) => counting.get(partKey(part)) !== part);
  const isSpare = (part: StoredPart) => {
    const counts = counting.get(partKey(part));
    return counts !== undefined && isAsGoodAs(counts, part);
  };
  const own = [...counting.values()];
  return [
    {
      record,
      changes: own.filter((part) => part.what === 'change'),
      entries: own.filter((part) => part.what === 'entry'),
      spare: beside.filter(isSpare),
      foreign: beside.filter((part) => !isSpare(part)),
    },
  ];
}
