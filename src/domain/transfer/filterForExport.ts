import { filterNearMisses } from '../fold/filter';
import type { Kind } from '../record/record';
import { STATUSES } from '../record/record';
import type { WholeNearMiss } from '../fold/storedPart';

/** What an export takes; an empty or null part does not narrow it. */
export interface ExportFilter {
  kinds: readonly Kind[];
  teams: readonly string[];
  /** Acted at or after, epoch ms. */
  from: number | null;
  /** Acted at or before, epoch ms. */
  to: number | null;
}

/** The near misses that pass, whatever their status: withdrawn and started ones are part of what is kept. */
export function filterForExport(whole: readonly WholeNearMiss[], filter: ExportFilter): WholeNearMiss[] {
  const { kinds, teams, from, to } = filter;
  const list = whole.map(({ nearMiss }) => nearMiss);
  const passed = new Set(filterNearMisses(list, { kinds, teams, statuses: STATUSES }));
  return whole.filter(
    ({ nearMiss }) =>
      passed.has(nearMiss) && (from === null || nearMiss.actedAt >= from) && (to === null || nearMiss.actedAt <= to)
  );
}
