import type { CheckResult } from './checkResult';
import type { Inventory, SourceState } from './inventory';

export interface SourcesFacts {
  /** Near misses whose dashboard is gone. */
  gone: number;
  /** Whose dashboard is there without the panel. */
  panelGone: number;
  /** Whose dashboard this reader may not open. */
  hidden: number;
}

export type SourcesResult = CheckResult<'sources', SourcesFacts>;

/** Near misses that outlived their dashboard: as meant, and only told. */
export function checkSources({ unmarked }: Pick<Inventory, 'unmarked'>): SourcesResult {
  const count = (state: SourceState) => unmarked.filter(({ source }) => source === state).length;
  const facts: SourcesFacts = { gone: count('gone'), panelGone: count('panel-gone'), hidden: count('hidden') };
  return { check: 'sources', state: 'ok', facts, repair: null };
}
