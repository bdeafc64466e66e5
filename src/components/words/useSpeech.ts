import {
  dateTimeFormat,
  formattedValueToString,
  getValueFormat,
  systemDateFormats,
  type TimeZone,
} from '@grafana/data';
import { useMemo } from 'react';
import type { Speech } from '../../domain/story/speech';
import { shownAlike } from './shownAlike';
import { t } from '../../i18n/t';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Grafana's own units, the given time zone (default: the user's) and the user's language. */
export function useSpeech(timeZone?: TimeZone): Speech {
  return useMemo(() => speechIn(timeZone), [timeZone]);
}

function speechIn(timeZone?: TimeZone): Speech {
  return {
    value: (value, unit) => formattedValueToString(getValueFormat(unit)(value)),
    time: (at) => shortTime(at, timeZone),
    // The abbreviation of the browser's own zone is not known to Grafana, the offset always is.
    dated: (at) => dateTimeFormat(at, { timeZone, format: 'YYYY-MM-DD HH:mm [UTC]Z' }),
    duration,
    phrase: t,
  };
}

/** The clock alone for today; with the date for any other day, with the offset in the hour that a clock shows twice. */
function shortTime(at: number, timeZone?: TimeZone): string {
  const { fullDate, interval } = systemDateFormats;
  const day = (moment: number) =>
    dateTimeFormat(moment, { timeZone, format: interval.year + interval.month + interval.day });
  const format = day(at) === day(Date.now()) ? interval.minute : fullDate.replace(/[:.]ss/, '');
  const isRepeated = shownAlike(at, format, timeZone).length > 1;
  return dateTimeFormat(at, { timeZone, format: isRepeated ? `${format} [UTC]Z` : format });
}

function duration(ms: number): string {
  if (ms >= 2 * DAY) {
    return t('duration.days', '{{days}} days', { days: Math.round(ms / DAY) });
  }
  if (ms >= HOUR) {
    return hours(Math.round(ms / MINUTE));
  }
  return ms >= MINUTE
    ? t('duration.minutes', '{{minutes}} min', { minutes: Math.round(ms / MINUTE) })
    : t('duration.seconds', '{{seconds}} s', { seconds: Math.round(ms / 1000) });
}

function hours(minutes: number): string {
  const values = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return values.minutes === 0 || values.hours >= 10
    ? t('duration.hours', '{{hours}} h', { hours: Math.round(minutes / 60) })
    : t('duration.hours-minutes', '{{hours}} h {{minutes}} min', values);
}
