import {
  dateTimeFormat,
  formattedValueToString,
  getValueFormat,
  systemDateFormats,
  type TimeZone,
} from '@grafana/data';
import { useMemo } from 'react';
import { datedSpeech, type Speech } from '../../domain/story/speech';
import { shownAlike } from './shownAlike';
import { usePrinting } from './usePrinting';
import { t } from '../../i18n/t';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Grafana's own units, the given time zone (default: the user's) and the user's language. On paper, which is read elsewhere and
 * later, every moment has its date and zone.
 */
export function useSpeech(timeZone?: TimeZone): Speech {
  const printing = usePrinting();
  const speech = useMemo(() => speechIn(timeZone), [timeZone]);
  return useMemo(() => (printing ? datedSpeech(speech) : speech), [printing, speech]);
}

function speechIn(timeZone?: TimeZone): Speech {
  return {
    value: (value, unit) => formattedValueToString(getValueFormat(unit)(value)),
    time: (at, beside) => shortTime(at, beside, timeZone),
    dated: (at, beside) => datedTime(at, beside, timeZone),
    duration,
    phrase: t,
  };
}

/**
 * The clock alone for today, or on the day of `beside`; else with its day, and with its year in another one. In the hour that
 * a clock shows twice with the offset.
 */
function shortTime(at: number, beside: number | undefined, timeZone?: TimeZone): string {
  const { minute } = systemDateFormats.interval;
  const now = Date.now();
  const shown = (moment: number, format: string) => dateTimeFormat(moment, { timeZone, format });
  const isSame = (format: string, other: number) => shown(at, format) === shown(other, format);
  const day = () => (isSame('YYYY', now) ? 'ddd D MMM' : 'D MMM YYYY');
  const format = isSame('YYYY-MM-DD', beside ?? now) ? minute : `${day()}, ${minute}`;
  const isRepeated = shownAlike(at, format, timeZone).length > 1;
  return shown(at, isRepeated ? `${format} [UTC]Z` : format);
}

/**
 * The clock, with day and offset unless `beside` has said them. The abbreviation of the browser's own zone is not known to
 * Grafana, the offset always is.
 */
function datedTime(at: number, beside = NaN, timeZone?: TimeZone): string {
  const shown = (moment: number, format: string) => dateTimeFormat(moment, { timeZone, format });
  const isSaid = shown(at, 'YYYY-MM-DD Z') === shown(beside, 'YYYY-MM-DD Z');
  return shown(at, isSaid ? 'HH:mm' : 'YYYY-MM-DD HH:mm [UTC]Z');
}

function duration(ms: number, round = Math.round): string {
  if (ms >= 2 * DAY) {
    return t('duration.days', '{{days}} days', { days: round(ms / DAY) });
  }
  if (ms >= HOUR) {
    return hours(round(ms / MINUTE), round);
  }
  return ms >= MINUTE
    ? t('duration.minutes', '{{minutes}} min', { minutes: round(ms / MINUTE) })
    : t('duration.seconds', '{{seconds}} s', { seconds: round(ms / 1000) });
}

function hours(minutes: number, round: (count: number) => number): string {
  const values = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return values.minutes === 0 || values.hours >= 10
    ? t('duration.hours', '{{hours}} h', { hours: round(minutes / 60) })
    : t('duration.hours-minutes', '{{hours}} h {{minutes}} min', values);
}
