import { written } from './written';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** What people and Grafana call lengths of time, in ms; months and years as long as Grafana's durations have them. */
const LENGTHS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^ns$/, 1e-6],
  [/^[µμu]s$/, 1e-3],
  [/^(ms|milliseconds?)$/, 1],
  [/^(s|secs?|seconds?)$/, SECOND],
  [/^(m|mins?|minutes?)$/, 60 * SECOND],
  [/^(h|hrs?|hours?)$/, 3600 * SECOND],
  [/^(d|days?)$/, DAY],
  [/^(w|weeks?)$/, 7 * DAY],
  [/^months?$/, 30 * DAY],
  [/^(y|years?)$/, 365 * DAY],
];

const PART = /^(\d+(?:[.,]\d+)?) ?(\p{L}+)[\s,:]*/u;
const CLOCK = /^(?:(\d+) ?d )?(\d+):(\d\d):(\d\d)$/;
/** A length that every unit of time writes without years, which differ from unit to unit. */
const PROBE = 1e5;

/**
 * What a length of time means in a unit of time, such as "1 hour, 2 minutes", "1h:30m", "2 d 01:02:03" or "3 days ago"
 * (which is negative); nothing in other units.
 */
export function durationsIn(text: string, unit: string): number[] {
  const ms = lengthOf(text);
  if (ms === null) {
    return [];
  }
  const one = (lengthOf(written(PROBE, unit, 15)) ?? 0) / PROBE;
  return one > 0 ? [ms / Number(one.toPrecision(9))] : [];
}

function lengthOf(text: string): number | null {
  const ago = text.endsWith(' ago');
  const negative = ago !== text.startsWith('-');
  const size = text.replace(/^-/, '').replace(/ ago$/, '');
  const length = clockOf(size) ?? sumOf(size);
  return length === null || !negative ? length : -length;
}

function clockOf(text: string): number | null {
  const [all, days = '0', hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  return all === undefined
    ? null
    : Number(days) * DAY + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
}

function sumOf(text: string): number | null {
  let rest = text.toLowerCase();
  let sum = 0;
  while (rest !== '') {
    const [part, digits = '', word = ''] = PART.exec(rest) ?? [];
    const length = LENGTHS.find(([called]) => called.test(word))?.[1];
    if (part === undefined || length === undefined) {
      return null;
    }
    sum += Number(digits.replace(',', '.')) * length;
    rest = rest.slice(part.length);
  }
  return text === '' ? null : sum;
}
