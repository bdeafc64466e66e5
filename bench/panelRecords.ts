import type { NewAnnotation } from '../src/domain/codec/annotation';
import { encodeRecord } from '../src/domain/codec/encodeRecord';
import type { NearMissRecord } from '../src/domain/record/record';
import { aRecord } from '../src/testing/builders/builders';

const HOUR = 60 * 60_000;
const TEAMS = ['payments', 'shop', 'platform'];

/** Near misses number `from` to `to`, one an hour back from `now` (epoch ms), as the plugin itself stores them. */
export function panelRecords(from: number, to: number, now: number): NewAnnotation[] {
  const pattern = aRecord({ source: null });
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    const record = {
      ...laterBy(pattern, now - number * HOUR - pattern.actedAt),
      id: `bench-${number}-abcd`,
      title: `Near miss number ${number}`,
      team: TEAMS[number % TEAMS.length] ?? '',
    };
    return encodeRecord(record, { kind: 'organization' }, `/a/resilience-nearmiss-app/nm/${record.id}`);
  });
}

/** The same near miss with all its moments `ms` later. */
function laterBy(record: NearMissRecord, ms: number): NearMissRecord {
  const later = (at: number | null) => (at === null ? null : at + ms);
  const { stretch, evidence, projection, noticedAt } = record;
  return {
    ...record,
    actedAt: record.actedAt + ms,
    noticedAt: later(noticedAt),
    stretch: stretch && { from: stretch.from + ms, to: stretch.to + ms },
    evidence: evidence && {
      ...evidence,
      series: evidence.series.map((one) => ({ ...one, from: one.from + ms, to: one.to + ms })),
    },
    projection: projection?.ok
      ? {
          ...projection,
          ...{ crossing: later(projection.crossing), lo: later(projection.lo), hi: later(projection.hi) },
          window: { from: projection.window.from + ms, to: projection.window.to + ms },
        }
      : projection,
  };
}
