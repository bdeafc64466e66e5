import { isMoment } from '../json/moment';
import type { Speech } from './speech';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BYTES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const COUNTS = ['', ' K', ' M', ' B', ' T'];

/** English in UTC without Grafana's formatters, for texts that are stored or sent and for Node. */
export const plainSpeech: Speech = {
  value: plainValue,
  time: plainTime,
  dated: plainTime,
  duration: plainDuration,
  phrase: (_key, english, values = {}) =>
    english.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder),
};

function plainTime(at: number, beside = NaN): string {
  if (!isMoment(at)) {
    return 'an unknown time';
  }
  const [day = '', clock = ''] = minuteOf(at);
  return isMoment(beside) && minuteOf(beside)[0] === day ? clock : `${day} ${clock} UTC`;
}

/** Day and clock. */
function minuteOf(at: number): string[] {
  return new Date(at).toISOString().slice(0, 16).split('T');
}

function plainValue(value: number, unit: string): string {
  switch (unit) {
    case 'bytes':
      return scaled(
        value,
        1024,
        BYTES.map((name) => ` ${name}`)
      );
    case 'percent':
      return `${rounded(value)} %`;
    case 'percentunit':
      return `${rounded(100 * value)} %`;
    case 's':
      return plainDuration(value * SECOND);
    case 'ms':
      return plainDuration(value);
    default:
      return scaled(value, 1000, COUNTS);
  }
}

function scaled(value: number, step: number, names: readonly string[]): string {
  let size = 0;
  let rest = value;
  while (Math.abs(rest) >= step && size < names.length - 1) {
    rest /= step;
    size++;
  }
  return rounded(rest) + (names[size] ?? '');
}

/** Three digits are enough for a sentence. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function plainDuration(ms: number, round = Math.round): string {
  const size = Math.abs(ms);
  if (!Number.isFinite(size)) {
    return 'an unknown time';
  }
  if (size < 10 * SECOND) {
    return size < SECOND ? `${rounded(ms)} ms` : `${counted(ms, SECOND, round)} s`;
  }
  if (size < 2 * MINUTE) {
    return `${round(ms / SECOND)} s`;
  }
  if (size < 2 * HOUR) {
    return `${round(ms / MINUTE)} min`;
  }
  return size < 2 * DAY ? `${counted(ms, HOUR, round)} h` : `${counted(ms, DAY, round)} days`;
}

/** How many of a unit, to three digits. Multiplied before it is divided: a whole number of steps stays whole. */
function counted(ms: number, unit: number, round: (count: number) => number): number {
  const steps = 10 ** (2 - Math.floor(Math.log10(Math.abs(ms) / unit)));
  return round((ms * steps) / unit) / steps;
}
