import { authorshipOf } from './authorship';
import type { HistoryItem, NearMiss } from './nearMiss';
import type { Change, FieldName, NearMissFields, NearMissRecord, Status } from '../record/record';
import { sameValue } from '../json/sameValue';
import type { DecodedChange } from '../codec/decoded';
import { FIELD_NAMES } from '../record/fields';

/**
 * Who changed what, and from which values, in the order of `changes` (oldest first, without twins). What a change was
 * based on and is not there any more counts as the record's own value.
 */
export function historyOf(record: NearMissRecord, changes: readonly DecodedChange[]): HistoryItem[] {
  const byId: ById = new Map(changes.map(({ change }) => [change.id, change]));
  return changes.map(({ change, annotation }) => ({
    changeId: change.id,
    author: authorshipOf(annotation, change.writtenBy),
    set: change.set,
    before: Object.fromEntries(
      FIELD_NAMES.filter((field) => change.set[field] !== undefined).map((field) => {
        const bases = basesOf(field, change, byId);
        return [field, bases.length > 0 ? bases : [{ [field]: record[field] }]];
      })
    ),
  }));
}

type ById = ReadonlyMap<string, Change>;

/** What this one was changed from: the newest of the changes it names, as far as they set the field to different values. */
function basesOf(field: FieldName, { id, base }: Change, byId: ById): Array<Partial<NearMissFields>> {
  const named = (base[field] ?? []).flatMap((other) => (other === id ? [] : (byId.get(other) ?? [])));
  const former = new Set(named.flatMap((change) => change.base[field] ?? []));
  const bases: Array<Partial<NearMissFields>> = [];
  for (const { set } of named.filter((change) => !former.has(change.id))) {
    if (set[field] !== undefined && !bases.some((known) => sameValue(known[field], set[field]))) {
      bases.push(set);
    }
  }
  return bases;
}

/** From which statuses each is reached. */
const REACHED_FROM: Readonly<Record<Status, readonly Status[]>> = {
  started: [],
  recorded: ['started'],
  discussed: ['started', 'recorded'],
  closed: ['started', 'recorded', 'discussed'],
  withdrawn: ['started', 'recorded', 'discussed', 'closed'],
};

/** The status that taking the last step back returns to: the newest in the history that it is reached from, or what its fields allow. */
export function statusBefore(nearMiss: NearMiss): Status {
  const before = nearMiss.history
    .map(({ set }) => set.status)
    .filter((status) => status !== undefined)
    .findLast((status) => REACHED_FROM[nearMiss.status].includes(status));
  return before ?? (nearMiss.almost && nearMiss.savedBy.length > 0 ? 'recorded' : 'started');
}
