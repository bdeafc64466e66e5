import type { NearMissRecord } from './record';

/** A moment that hardly anybody means. */
export interface OddMoment {
  why: 'too-early' | 'future';
  /** What it would be in the unit that it looks like, epoch ms; null when no unit makes it likely. */
  meant: number | null;
}

const MINUTE = 60_000;
/** Clocks differ. */
const AHEAD = 5 * MINUTE;
/** Seconds of our time read as milliseconds all lie in January 1970. */
const EARLIEST = Date.UTC(1971, 0);
const LIKELY_FROM = Date.UTC(2000, 0);
/** From seconds, microseconds and nanoseconds to milliseconds. */
const UNITS = [1_000, 1e-3, 1e-6];

/** What is odd about a moment of the past (epoch ms), with `now` as the present; null when nothing is. */
export function oddMoment(at: number, now: number): OddMoment | null {
  const latest = now + AHEAD;
  if (at >= EARLIEST && at <= latest) {
    return null;
  }
  const meant = UNITS.map((unit) => Math.round(at * unit)).find((moment) => moment >= LIKELY_FROM && moment <= latest);
  return { why: at > latest ? 'future' : 'too-early', meant: meant ?? null };
}

/** The moments of a record that are odd at `now`, each with what it is the moment of; a stretch by its end. */
export function oddMomentsOf(
  { noticedAt, actedAt, stretch }: Pick<NearMissRecord, 'noticedAt' | 'actedAt' | 'stretch'>,
  now: number
): Array<{ of: 'noticedAt' | 'actedAt' | 'stretch'; at: number; odd: OddMoment }> {
  const all = [
    { of: 'noticedAt', at: noticedAt },
    { of: 'actedAt', at: actedAt },
    { of: 'stretch', at: stretch?.to ?? null },
  ] as const;
  return all.flatMap(({ of, at }) => {
    const odd = at === null ? null : oddMoment(at, now);
    return at !== null && odd ? [{ of, at, odd }] : [];
  });
}
