import type { NearMiss } from '../fold/nearMiss';
import { isMoment } from '../json/moment';
import { marginOf } from '../projection/margin';
import { headline } from '../record/headline';
import { type CsvColumn, csvMinutes, csvTable } from '../text/csvTable';
import { nameList } from '../text/nameList';
import type { EvidencePack } from './evidencePack';
import type { FollowUps } from './packStory';

interface PackTable {
  followUps: FollowUps;
  /** A moment (epoch ms) as ISO 8601 with the offset of the reader's time zone. */
  iso: (at: number) => string;
  link: (id: string) => string;
}

/** One row for each near miss of the pack, without names of people; margins in whole minutes, moments as `iso` writes them. */
export function packCsv({ nearMisses }: EvidencePack, table: PackTable): string {
  return csvTable(columnsOf(table), nearMisses);
}

function columnsOf({ followUps, iso, link }: PackTable): ReadonlyArray<CsvColumn<NearMiss>> {
  const time = (at: number | null) => (at !== null && isMoment(at) ? iso(at) : null);
  const margin = ({ projection, actedAt }: NearMiss) => marginOf(projection, actedAt);
  return [
    ['actedAt', ({ actedAt }) => time(actedAt)],
    ['title', headline],
    ['almost', ({ almost }) => almost],
    ['team', ({ team }) => team],
    ['services', ({ services }) => nameList(services, ';')],
    ['kind', ({ kind }) => kind],
    ['marginAtLeastMinutes', (nearMiss) => csvMinutes(margin(nearMiss).atLeast)],
    ['marginAroundMinutes', (nearMiss) => csvMinutes(margin(nearMiss).around)],
    ['chance', ({ projection }) => (projection?.ok ? Math.round(100 * projection.p) / 100 : null)],
    ['crossing', ({ projection }) => time(projection?.ok ? projection.crossing : null)],
    ['limit', ({ limit }) => limit?.text ?? null],
    ['savedBy', ({ savedBy }) => savedBy.join('; ')],
    ['savedHow', ({ savedHow }) => savedHow],
    ['cue', ({ cue }) => cue],
    ['noticedAt', ({ noticedAt }) => time(noticedAt)],
    ['action', ({ action }) => action],
    ['status', ({ status }) => status],
    ['outcome', ({ outcome }) => outcome],
    ['followUps', ({ id }) => followUps?.get(id)?.join('\n') ?? null],
    ['example', ({ example }) => (example ? 'yes' : null)],
    ['link', ({ id }) => link(id)],
  ];
}
