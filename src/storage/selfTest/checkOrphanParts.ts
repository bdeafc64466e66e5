import type { Annotation } from '../../domain/codec/annotation';
import type { CheckResult } from './checkResult';
import type { Inventory } from './inventory';

export interface OrphanPartsFacts {
  changes: number;
  entries: number;
  /** True when their records may be in a place that this reader cannot see. */
  mayBeHidden: boolean;
  /** As they are stored: somebody's words, so they can be saved as a file and are never deleted from here. */
  annotations: readonly Annotation[];
}

export type OrphanPartsResult = CheckResult<'orphanParts', OrphanPartsFacts>;

/** Changes and entries whose record is not there: nobody is shown them any more. */
export function checkOrphanParts({ gathered }: Pick<Inventory, 'gathered'>, readsAll: boolean): OrphanPartsResult {
  const { records, changes, entries } = gathered.stored;
  const lostChanges = [...changes.values()].filter(({ change }) => !records.has(change.nearMiss));
  const lostEntries = [...entries.values()].filter(({ entry }) => !records.has(entry.nearMiss));
  const annotations = [...lostChanges, ...lostEntries].map(({ annotation }) => annotation);
  const mayBeHidden = annotations.length > 0 && !readsAll;
  return {
    check: 'orphanParts',
    state: annotations.length === 0 ? 'ok' : mayBeHidden ? 'unknown' : 'warn',
    facts: { changes: lostChanges.length, entries: lostEntries.length, mayBeHidden, annotations },
    repair: null,
  };
}
