import { authorshipOf } from './authorship';
import type { Conflict } from './nearMiss';
import type { FieldName, NearMissFields } from '../record/record';
import { sameValue } from '../json/sameValue';
import type { DecodedChange } from '../codec/decoded';

/** One field after its changes. */
export interface FoldedField<F extends FieldName> {
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
export function foldField<F extends FieldName>(field: F, changes: readonly DecodedChange[]): FoldedField<F> {
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
