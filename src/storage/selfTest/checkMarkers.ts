import type { CheckResult } from './checkResult';
import type { Inventory, SourceState } from './inventory';

export interface MissingMarkersFacts {
  /** The panel is there and the reader may annotate it. */
  makeable: number;
  /** The panel is there, but others have to make the marker. */
  notAllowed: number;
  /** Grafana did not tell about the dashboard. */
  unread: number;
}

export type MissingMarkersResult = CheckResult<'missingMarkers', MissingMarkersFacts>;

/** Near misses whose panel is there, but without their marker. */
export function checkMissingMarkers({ unmarked }: Pick<Inventory, 'unmarked'>): MissingMarkersResult {
  const of = (state: SourceState) => unmarked.filter(({ source }) => source === state);
  const makeable = of('there').map(({ nearMiss }) => nearMiss);
  const facts: MissingMarkersFacts = {
    makeable: makeable.length,
    notAllowed: of('not-allowed').length,
    unread: of('unread').length,
  };
  const isMissing = facts.makeable + facts.notAllowed > 0;
  return {
    check: 'missingMarkers',
    state: isMissing ? 'warn' : facts.unread > 0 ? 'unknown' : 'ok',
    facts,
    repair: makeable.length > 0 ? { does: 'make-markers', nearMisses: makeable } : null,
  };
}
