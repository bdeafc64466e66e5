import { authorshipOf } from './authorshipOf';
import type { DecodedChange, HistoryItem } from './foldedNearMiss';
import type { Change, FieldName, NearMissFields, NearMissRecord } from './nearMiss';
import { FIELD_NAMES } from './readFields';
import { sameValue } from './sameValue';

/**
 * Who changed what, and from which values, in the order of `changes` (oldest first, without twins). What a change was
 * based on and is not there any more counts as the record's own value.
 */
export function historyOf(record: NearMissRecord, changes: readonly DecodedChange[]): HistoryItem[] {
  const sets: Sets = new Map(changes.map(({ change }) => [change.id, change.set]));
  return changes.map(({ change, annotation }) => ({
    changeId: change.id,
    author: authorshipOf(annotation, change.writtenBy),
    set: change.set,
    before: Object.fromEntries(
      FIELD_NAMES.filter((field) => change.set[field] !== undefined).map((field) => {
        const bases = basesOf(field, change, sets);
        return [field, bases.length > 0 ? bases : [{ [field]: record[field] }]];
      })
    ),
  }));
}

type Sets = ReadonlyMap<string, Partial<NearMissFields>>;

/** The changes that this one names as its base, as far as they set the field to different values. */
function basesOf(field: FieldName, { id, base }: Change, sets: Sets): Array<Partial<NearMissFields>> {
  const bases: Array<Partial<NearMissFields>> = [];
  for (const other of base[field] ?? []) {
    const set = sets.get(other);
    if (other !== id && set?.[field] !== undefined && !bases.some((known) => sameValue(known[field], set[field]))) {
      bases.push(set);
    }
  }
  return bases;
}
