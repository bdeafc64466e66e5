import type { CheckResult } from './checkResult';
import type { Inventory } from './inventory';

export interface OrphanMarkersFacts {
  orphans: number;
  /** True when their records may be in a place that this reader cannot see. */
  mayBeHidden: boolean;
}

export type OrphanMarkersResult = CheckResult<'orphanMarkers', OrphanMarkersFacts>;

/** Markers without a record. One whose record cannot be read, or may only be hidden, is no orphan to remove. */
export function checkOrphanMarkers(
  { gathered, markers, unreadableIds }: Pick<Inventory, 'gathered' | 'markers' | 'unreadableIds'>,
  readsAll: boolean
): OrphanMarkersResult {
  const { records } = gathered.stored;
  const orphans = markers.filter(({ nearMiss }) => !records.has(nearMiss) && !unreadableIds.has(nearMiss));
  const removable = orphans.length > 0 && readsAll;
  return {
    check: 'orphanMarkers',
    state: orphans.length === 0 ? 'ok' : readsAll ? 'warn' : 'unknown',
    facts: { orphans: orphans.length, mayBeHidden: orphans.length > 0 && !readsAll },
    repair: removable
      ? { does: 'remove-markers', nearMisses: [...new Set(orphans.map(({ nearMiss }) => nearMiss))] }
      : null,
  };
}
