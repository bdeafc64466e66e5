import type { NewAnnotation } from '../../domain/codec/annotation';
import { changeOf } from '../../domain/fold/changeOf';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import type { NearMissFields, NearMissRecord } from '../../domain/record/record';
import { packEvidence } from '../../domain/series/packEvidence';
import { routes } from '../../routes';
import { A_RISING_TREND } from '../builders/aRisingTrend';
import { aNearMiss, aRecord, AN_OPEN_PROJECTION } from '../builders/builders';
import type { Place } from '../../domain/record/place';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
const NEWEST = Date.UTC(2025, 9, 1);
/** Between two near misses; so the load reaches back a little longer than its year-long stretches. */
const STEP = 75 * MINUTE;

const SHARING = 60;
const OUTCOME = 'The queue scales by itself now.';

export interface LoadOptions {
  /** What all ids begin with. */
  prefix: string;
  count: number;
  /** Taken in turn; the organization where there are none. */
  places?: readonly Place[];
  /** Positions, newest first, from which on `SHARING` near misses share one end. */
  shareAt?: readonly number[];
}

export interface LoadedNearMiss {
  id: string;
  team: string;
  place: Place;
  /** What the list has to show. */
  shown: Partial<NearMissFields>;
  /** The record, for some with a change after it, as the plugin writes them. */
  parts: readonly NewAnnotation[];
}

/** The end of the near miss at that position, newest first. */
export const endAt = (at: number) => NEWEST - at * STEP;

/** The team of two near misses in a thousand. */
export const seldomTeam = (prefix: string) => `${prefix}-seldom`;

/**
 * Near misses for load tests, newest first: real records of one series each. One in nine has a change with its record's
 * times, one in 97 is a region of a year, two in a thousand are of another team.
 */
export function nearMissLoad({ prefix, count, places = [], shareAt = [] }: LoadOptions): LoadedNearMiss[] {
  return Array.from({ length: count }, (_, at) => {
    const place = places[at % places.length] ?? { kind: 'organization' };
    const record = recordAt(
      endAt(shareAt.find((from) => at >= from && at < from + SHARING) ?? at),
      at % 97 === 0 ? YEAR : 105 * MINUTE,
      {
        id: `${prefix}-${at}`,
        title: `Orders piled up #${count - at}/${count}`,
        team: at % 1000 < 2 ? seldomTeam(prefix) : prefix,
      }
    );
    const link = routes.nearMiss(record.id);
    const change = at % 9 === 4 ? closing(record, place, link) : null;
    return {
      ...{ id: record.id, team: record.team, place },
      shown: { title: record.title, status: change ? 'closed' : 'recorded', outcome: change ? OUTCOME : '' },
      parts: [encodeRecord(record, place, link), ...(change ? [change] : [])],
    };
  });
}

/** The trend of the fixture, moved and drawn out so that its stretch ends there and is that long. */
function recordAt(to: number, length: number, over: Partial<NearMissRecord>): NearMissRecord {
  const { stretch, series, noticedAt, actedAt } = A_RISING_TREND;
  const scale = length / (stretch.to - stretch.from);
  const moved = (time: number) => Math.round(to + (time - stretch.to) * scale);
  const here = { from: moved(stretch.from), to };
  const times = series.times.map(moved);
  return aRecord({
    ...over,
    stretch: here,
    noticedAt: moved(noticedAt),
    actedAt: moved(actedAt),
    projection: { ...AN_OPEN_PROJECTION, window: here },
    evidence: packEvidence([{ ...series, times }], here),
  });
}

function closing(record: NearMissRecord, place: Place, link: string): NewAnnotation {
  const { from, to } = record.stretch ?? { from: record.actedAt, to: record.actedAt };
  const nearMiss = aNearMiss({ ...record, place, time: from, timeEnd: to });
  return encodeChange(changeOf(nearMiss, { status: 'closed', outcome: OUTCOME }, `c-${record.id}`), nearMiss, link);
}
