import { type CsvColumn, csvMinutes, csvTable } from '../text/csvTable';
import { nameList } from '../text/nameList';
import type { NearMiss } from '../fold/nearMiss';
import { isMoment } from '../json/moment';
import { marginOf } from '../projection/margin';

const COLUMNS: ReadonlyArray<CsvColumn<NearMiss>> = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['kind', ({ kind }) => kind],
  ['status', ({ status }) => status],
  ['team', ({ team }) => team],
  ['services', ({ services }) => nameList(services, ';')],
  ['almost', ({ almost }) => almost],
  ['savedBy', ({ savedBy }) => savedBy.join('; ')],
  ['savedHow', ({ savedHow }) => savedHow],
  ['cue', ({ cue }) => cue],
  ['noticedAt', ({ noticedAt }) => time(noticedAt)],
  ['action', ({ action }) => action],
  ['actedAt', ({ actedAt }) => time(actedAt)],
  ['stretchFrom', ({ stretch }) => time(stretch?.from ?? null)],
  ['stretchTo', ({ stretch }) => time(stretch?.to ?? null)],
  ['limit', ({ limit }) => limit?.value ?? null],
  ['limitUnit', ({ limit }) => limit?.unit ?? null],
  ['limitDirection', ({ limit }) => limit?.direction ?? null],
  ['crossing', ({ projection }) => time(projection?.ok ? projection.crossing : null)],
  ['crossingNotBefore', ({ projection }) => time(projection?.ok ? projection.lo : null)],
  ['chance', ({ projection }) => (projection?.ok ? projection.p : null)],
  ['marginAtLeastMinutes', ({ projection, actedAt }) => csvMinutes(marginOf(projection, actedAt).atLeast)],
  ['dashboard', ({ source }) => source?.dashboardTitle ?? null],
  ['panel', ({ source }) => source?.panelTitle ?? null],
  ['series', ({ source }) => source?.series ?? null],
  ['links', ({ links }) => links.join(' ')],
  ['recordedFor', ({ recordedFor }) => recordedFor],
  ['outcome', ({ outcome }) => outcome],
  ['sameAs', ({ sameAs }) => sameAs],
];

/**
 * One row per near miss under a row of names, for spreadsheets; lines end in CR LF. Times are ISO 8601 in UTC, numbers bare.
 * Logins are left out: nobody is to be counted by person.
 */
export function nearMissesCsv(nearMisses: readonly NearMiss[]): string {
  return csvTable(COLUMNS, nearMisses);
}

function time(at: number | null): string | null {
  return at !== null && isMoment(at) ? new Date(at).toISOString() : null;
}
