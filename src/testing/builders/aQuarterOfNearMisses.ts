import type { NearMiss } from '../../domain/fold/nearMiss';
import { COUNTED_STATUSES } from '../../domain/fold/filter';
import { SAVED_BY } from '../../domain/record/record';
import { aNearMiss, AN_OPEN_PROJECTION, A_SOURCE } from './builders';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** As many counted near misses as asked for, acted on within the ninety days before `end` (epoch ms), of ten teams and 400 graphs. */
export function aQuarterOfNearMisses(count: number, end: number): NearMiss[] {
  return Array.from({ length: count }, (_, at) => {
    const actedAt = Math.round(end - ((at + 1) * 90 * DAY) / (count + 1));
    const lo = actedAt + (1 + ((at * 7919) % 600)) * MINUTE;
    const hi = at % 10 === 0 ? lo + 60 * MINUTE : null;
    return aNearMiss({
      ...{ id: `many-${at}`, annotationId: at + 1, actedAt, noticedAt: actedAt - MINUTE },
      title: `Orders piled up #${at}`,
      team: `team-${at % 10}`,
      savedBy: SAVED_BY.filter((_one, which) => (at >> which) % 2 === 0),
      status: COUNTED_STATUSES[at % 3] ?? 'recorded',
      outcome: at % 3 === 2 ? 'The queue scales by itself now.' : '',
      projection: { ...AN_OPEN_PROJECTION, ok: true, p: 0.66, method: 'replay', lo, hi, crossing: lo + 30 * MINUTE },
      source: { ...A_SOURCE, panelId: at % 400 },
      sameAs: at % 50 === 49 ? `many-${at - 40}` : '',
    });
  });
}
