import { authorshipOf } from './authorship';
import type { Conflict, NearMiss } from './nearMiss';
import { historyOf } from './history';
import type { FieldName, NearMissFields, NearMissRecord } from '../record/record';
import { SCHEMA_VERSION } from '../record/record';
import { gather } from './gather';
import type { Gathered } from './storedPart';
import { placeOf } from '../record/place';
import type { DecodedChange, DecodedRecord } from '../codec/decoded';
import { FIELD_NAMES } from '../record/fields';
import { sameValue } from '../json/sameValue';
import { type ProjectedFor, standing } from './standing';

/** One field after its changes. */
interface FoldedField<F extends FieldName> {
  /** What the newest head sets. */
  value: NearMissFields[F] | undefined;
  /** Ids of the changes that no other change of the field was based on, oldest first. */
  heads: readonly string[];
  conflict: Conflict | null;
}

/**
 * Folds the changes of one field, oldest first and without twins. Two heads with different values are a conflict: both
 * were written from the same base. Changes that name each other in a circle (only a forger can make them) count all.
 */
function foldField<F extends FieldName>(field: F, changes: readonly DecodedChange[]): FoldedField<F> {
  const setting = changes.filter(({ change }) => change.set[field] !== undefined);
  const named = new Set(setting.flatMap(({ change }) => (change.base[field] ?? []).filter((id) => id !== change.id)));
  const unnamed = setting.filter(({ change }) => !named.has(change.id));
  const heads = unnamed.length > 0 ? unnamed : setting;
  return {
    value: heads[heads.length - 1]?.change.set[field],
    heads: heads.map(({ change }) => change.id),
    conflict: conflictOf(field, heads),
  };
}

function conflictOf(field: FieldName, heads: readonly DecodedChange[]): Conflict | null {
  const values = heads.flatMap(({ change, annotation }) => {
    const value = change.set[field];
    const author = authorshipOf(annotation, change.writtenBy);
    return value === undefined ? [] : [{ changeId: change.id, value, author }];
  });
  return values.some(({ value }) => !sameValue(value, values[0]?.value)) ? { field, values } : null;
}

/**
 * What people see: records with their changes, by field, in the order of Grafana's numbers; the same for any order of arrival.
 * What counts says `gather`; changes of unknown records are left out. Newest first by when somebody acted, corrections
 * counted, then by annotation id.
 */
export function fold(records: readonly DecodedRecord[], changes: readonly DecodedChange[]): NearMiss[] {
  return gather([...records, ...changes])
    .map(foldGathered)
    .sort((a, b) => b.actedAt - a.actedAt || b.annotationId - a.annotationId);
}

/** The near miss that people see of what counts; what does not is not in it. */
export function foldGathered({ record: { record, annotation, unreadParts }, changes, spare }: Gathered): NearMiss {
  const isNewer = ({ version }: { version: number }) => version > SCHEMA_VERSION;
  const { heads, conflicts, ...fields } = foldFields(changes);
  const folded = { ...record, ...fields };
  return {
    ...folded,
    ...standing(folded, projectedFor(record, changes, heads), record),
    heads,
    conflicts,
    annotationId: annotation.id,
    place: placeOf(annotation),
    time: annotation.time,
    timeEnd: annotation.timeEnd,
    author: authorshipOf(annotation, record.writtenBy),
    history: historyOf({ ...record, series: record.series || (record.source?.series ?? '') }, changes),
    readOnly: isNewer(record) || changes.some(({ change }) => isNewer(change)) ? 'newer-version' : null,
    unreadParts: [...new Set([...unreadParts, ...changes.flatMap((change) => change.unreadParts)])],
    twins: spare.filter(({ what }) => what === 'record').map((twin) => twin.annotation.id),
  };
}

/** What the newest projection was made for: the record's own facts, or those of the moment when a change brought it. */
function projectedFor(
  record: NearMissRecord,
  changes: readonly DecodedChange[],
  { projection = [] }: NearMiss['heads']
): ProjectedFor {
  const last = changes.findIndex(({ change }) => change.id === projection.at(-1));
  return { ...record, ...foldFields(changes.slice(0, last + 1)), ...changes[last]?.change.set };
}

interface FoldedFields extends Partial<NearMissFields> {
  heads: NearMiss['heads'];
  conflicts: readonly Conflict[];
}

function foldFields(changes: readonly DecodedChange[]): FoldedFields {
  const fields: Partial<NearMissFields> = {};
  const heads: NearMiss['heads'] = {};
  const conflicts: Conflict[] = [];
  for (const field of changes.length > 0 ? FIELD_NAMES : []) {
    const conflict = foldInto(fields, heads, field, changes);
    if (conflict) {
      conflicts.push(conflict);
    }
  }
  return { ...fields, heads, conflicts };
}

function foldInto<F extends FieldName>(
  fields: Partial<NearMissFields>,
  heads: NearMiss['heads'],
  field: F,
  changes: readonly DecodedChange[]
): Conflict | null {
  const folded = foldField(field, changes);
  if (folded.value !== undefined) {
    fields[field] = folded.value;
    heads[field] = folded.heads;
  }
  return folded.conflict;
}
