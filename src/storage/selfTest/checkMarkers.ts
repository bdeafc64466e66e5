import type { Authorship } from '../../domain/fold/authorship';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { CheckResult, MissingMarker } from './checkResult';
import type { ForeignMarker, Inventory, SourceState, Unmarked } from './inventory';

interface SourcesFacts {
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

interface OrphanMarkersFacts {
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
    repair: removable ? { does: 'remove-markers', markers: orphans } : null,
  };
}

interface MissingMarkersFacts {
  /** The panel is there and the reader may annotate it. */
  makeable: number;
  /** The panel is there, but others have to make the marker. */
  notAllowed: number;
  /** Grafana did not tell about the dashboard. */
  unread: number;
}

export type MissingMarkersResult = CheckResult<'missingMarkers', MissingMarkersFacts>;

/** Near misses whose panel is there, but without their marker. `me` is the login of who asks. */
export function checkMissingMarkers({ unmarked }: Pick<Inventory, 'unmarked'>, me: string): MissingMarkersResult {
  const of = (state: SourceState) => unmarked.filter(({ source }) => source === state);
  const makeable = of('there').map((each) => missingMarker(each, me));
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
    repair: makeable.length > 0 ? { does: 'make-markers', markers: makeable } : null,
  };
}

function missingMarker({ nearMiss, dashboardTitle, panelTitle }: Unmarked, me: string): MissingMarker {
  return { nearMiss, dashboardTitle, panelTitle, mine: me !== '' && isWrittenBy(me, nearMiss) };
}

/** A marker says names of the record and its limit, which a change may have set. */
function isWrittenBy(me: string, { author, history }: NearMiss): boolean {
  const isMine = ({ login, sealed, writtenBy }: Authorship) => (login === me && sealed ? writtenBy === null : false);
  return isMine(author) && history.every((item) => item.set.limit === undefined || isMine(item.author));
}

interface ForeignMarkersFacts {
  /** With a text that Near Miss did not write. */
  text: number;
  /** With a text of ours where their near miss was not seen. */
  place: number;
  /** Each of them: who wrote it, and where it lies. */
  foreign: readonly ForeignMarker[];
}

export type ForeignMarkersResult = CheckResult<'foreignMarkers', ForeignMarkersFacts>;

/** What only carries the tags of a marker. It counts for nothing, and is somebody's: nothing here changes or deletes it. */
export function checkForeignMarkers({ foreign }: Pick<Inventory, 'foreign'>): ForeignMarkersResult {
  const count = (why: ForeignMarker['why']) => foreign.filter((each) => each.why === why).length;
  return {
    check: 'foreignMarkers',
    state: foreign.length > 0 ? 'warn' : 'ok',
    facts: { text: count('text'), place: count('place'), foreign },
    repair: null,
  };
}
