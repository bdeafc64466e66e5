import type { NewAnnotation } from './annotation';
import { headline } from '../record/headline';
import type { NearMissRecord } from '../record/record';
import type { Dropped, DroppedCode } from '../series/evidence';
import { MOST_NEW_TEXT_BYTES, MOST_TEXT_BYTES, textBytes, writePayload } from './payload';
import { storedHtml } from './sentence';
import { RECORD_TAG, tagsOf } from './tags';
import { type Place, dashboardOf } from '../record/place';
import { wholeMs } from '../json/moment';
import { cutMiddle } from '../text/cutMiddle';
import { queriesOfSeries } from './queriesOfSeries';

/** What a record with one series and words of usual length may take, so that thousands of them are read at once. */
const USUAL_TEXT_BYTES = 3_072;
const USUAL_WORD_BYTES = 600;
/** Series that are left out and named one by one. */
const MOST_NAMED = 10;
const LONGEST_NAME = 60;

/**
 * The record's annotation: a sentence and the link, then the payload. Queries other than those of the series, then these
 * too, go when the text would pass 3 KB (long words and further series have room of their own), evidence (last series
 * first) when it would pass 16 KB; `evidence.dropped` says so. Words are never dropped, so see `bytesOver`.
 * Without a graph both times are `actedAt`. `link` is the near miss's address, absolute or a path of this Grafana.
 */
export function encodeRecord(record: NearMissRecord, place: Place, link: string): NewAnnotation {
  const sentence = storedHtml(recordSentence(record), link);
  const { from, to } = record.stretch ?? { from: record.actedAt, to: record.actedAt };
  return {
    ...dashboardOf(place),
    time: wholeMs(from),
    timeEnd: wholeMs(to),
    text: textOf(fitting(record, sentence), sentence),
    tags: tagsOf({ plain: RECORD_TAG, ...record }),
  };
}

function recordSentence(record: NearMissRecord): string {
  const title = headline(record);
  const almost = record.almost.trim();
  const isGiven = title === record.title.trim() && title !== almost;
  return `Near miss: ${isGiven && almost ? `${title}. ${almost}` : almost || title}`;
}

/** What `encodeRecord` leaves out of that record or keeps coarser, with what was left out of it before. */
export function leftOutOf(record: NearMissRecord, link: string): readonly Dropped[] {
  return fitting(record, storedHtml(recordSentence(record), link)).evidence?.dropped ?? [];
}

function textOf(record: NearMissRecord, sentence: string): string {
  return `${sentence}\n${writePayload({ what: 'record', ...withNameOnce(record) })}`;
}

function fitting(record: NearMissRecord, sentence: string): NearMissRecord {
  const bytesOf = (part: NearMissRecord) => textBytes(textOf(part, sentence));
  const part = withFewerQueries(writableQueries(record), (one) => bytesOf(one) <= roomOf(one));
  const count = part.evidence?.series.length ?? 0;
  const fits = (kept: number) => bytesOf(withSeries(part, kept)) <= mostBytes(part);
  return count === 0 || fits(count) ? part : withSeries(part, mostThat(fits, count));
}

/** The source of a long name is its first series: nothing says it twice, and whoever reads it takes it from there. */
function withNameOnce({ source, ...record }: NearMissRecord): Readonly<Record<string, unknown>> {
  const name = record.evidence?.series[0]?.name ?? '';
  const isTwice = source?.series === name && name.length > LONGEST_NAME;
  return { ...record, source: isTwice ? { ...source, series: undefined } : source };
}

/** The largest number below `count` that fits, 0 if none does; in few steps, because a record made by hand may hold thousands. */
function mostThat(fits: (kept: number) => boolean, count: number): number {
  let [most, tooMany] = [0, count];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    [most, tooMany] = fits(middle) ? [middle, tooMany] : [most, middle];
  }
  return most;
}

/** A copy uses the room that its original left for it. */
function mostBytes({ writtenBy }: NearMissRecord): number {
  return writtenBy ? MOST_TEXT_BYTES : MOST_NEW_TEXT_BYTES;
}

function roomOf(record: NearMissRecord): number {
  const { evidence, almost, savedHow, cue, action, title, outcome } = record;
  const words = textBytes([almost, savedHow, cue, action, title, outcome].join(''));
  const further = evidence?.series.slice(1).map((one) => textBytes(`,${JSON.stringify(one)}`)) ?? [];
  const usual = USUAL_TEXT_BYTES + further.reduce((sum, bytes) => sum + bytes, 0);
  return Math.min(mostBytes(record), usual + Math.max(0, words - USUAL_WORD_BYTES));
}

/** All that fit: every query, those that the series is made of, its own alone, or none. */
function withFewerQueries(record: NearMissRecord, fits: (record: NearMissRecord) => boolean): NearMissRecord {
  const { queries = [], refId = '' } = record.source ?? {};
  if (queries.length === 0 || fits(record)) {
    return record;
  }
  for (const kept of queriesOfSeries(queries, refId)) {
    const fewer = withQueries(record, kept, { why: 'queries-too-large', count: queries.length - kept.length });
    if (kept.length < queries.length && fits(fewer)) {
      return fewer;
    }
  }
  return withQueries(record, [], { why: 'queries-too-large' });
}

/** Queries come from other plugins: what JSON cannot hold (cycles, big integers) must not cost the record. */
function writableQueries(record: NearMissRecord): NearMissRecord {
  try {
    JSON.stringify(record.source?.queries);
    return record;
  } catch (error) {
    return withQueries(record, [], { why: 'queries-unwritable', detail: String(error).split('\n')[0] ?? '' });
  }
}

function withQueries(record: NearMissRecord, queries: readonly unknown[], code: DroppedCode): NearMissRecord {
  const { source } = record;
  return noting({ ...record, source: source && { ...source, queries } }, code);
}

/** With the first `kept` series alone; the others are named, the last first, as far as that takes no room itself. */
function withSeries(record: NearMissRecord, kept: number): NearMissRecord {
  const { series = [], dropped = [] } = record.evidence ?? {};
  const others = series.slice(kept).reverse();
  const named = others.slice(0, MOST_NAMED);
  const further = others.length - named.length;
  return noting(
    { ...record, evidence: { series: series.slice(0, kept), dropped } },
    ...named.map(({ name }) => ({ why: 'words-needed-room', series: cutMiddle(name, LONGEST_NAME) }) as const),
    ...(further > 0 ? [{ why: 'further-series', count: further } as const] : [])
  );
}

function noting(record: NearMissRecord, ...codes: readonly DroppedCode[]): NearMissRecord {
  const { series = [], dropped = [] } = record.evidence ?? {};
  return { ...record, evidence: { series, dropped: [...dropped, ...codes] } };
}
