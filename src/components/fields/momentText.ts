import { dateTimeFormat, dateTimeForTimeZone, dateTimeParse, systemDateFormats, type TimeZone } from '@grafana/data';
import { shownAlike } from '../words/shownAlike';

const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?$/;

/** A moment as Grafana writes it in full, which is what `momentIn` reads again. */
export function momentText(at: number, timeZone: TimeZone): string {
  return dateTimeFormat(at, { timeZone, format: systemDateFormats.fullDate });
}

/**
 * Epoch ms of a moment that somebody typed: as Grafana writes it or as ISO does, with or without seconds, or the clock alone, for
 * the day of `near`; null for anything else. In the hour that comes twice the turn that is nearer to `near`, else the first.
 */
export function momentIn(text: string, near: number | null, timeZone: TimeZone): number | null {
  const typed = text.trim();
  const whole = CLOCK.test(typed) ? `${dayOf(near ?? Date.now(), timeZone)} ${typed}` : typed;
  for (const format of readFormats()) {
    const at = dateTimeParse(whole, { timeZone, format }).valueOf();
    // It reads whatever it can of a text: only what it would write in the same way was meant.
    if (Number.isFinite(at) && plain(dateTimeFormat(at, { timeZone, format })) === plain(whole)) {
      return nearest(shownAlike(at, format, timeZone), near);
    }
  }
  return null;
}

export type EndOfDay = 'start' | 'end';

/** The first or the last moment of the day of `at`, epoch ms. */
export function endOfDay(at: number, end: EndOfDay, timeZone: TimeZone): number {
  const day = dateTimeForTimeZone(timeZone, at);
  return (end === 'start' ? day.startOf('day') : day.endOf('day')).valueOf();
}

/** That end, epoch ms, of a day which somebody typed without a clock, as Grafana writes it or as ISO does; null for anything else. */
export function dayIn(text: string, end: EndOfDay, timeZone: TimeZone): number | null {
  const typed = text.trim();
  for (const format of dayFormats()) {
    const at = dateTimeParse(typed, { timeZone, format }).valueOf();
    if (Number.isFinite(at) && plain(dateTimeFormat(at, { timeZone, format })) === plain(typed)) {
      return endOfDay(at, end, timeZone);
    }
  }
  return null;
}

/** The same clock on another day, epoch ms. */
export function onDay({ year, month, day }: { year: number; month: number; day: number }, at: number, zone: TimeZone) {
  const clock = dateTimeFormat(at, { timeZone: zone, format: 'HH:mm:ss.SSS' });
  const text = `${year}-${month}-${day} ${clock}`;
  return dateTimeParse(text, { timeZone: zone, format: 'YYYY-M-D HH:mm:ss.SSS' }).valueOf();
}

function readFormats(): ReadonlySet<string> {
  const formats = [systemDateFormats.fullDate, 'YYYY-MM-DD HH:mm:ss'];
  return new Set(formats.flatMap((format) => [format, format.replace(/[:.]ss/, '')]));
}

/** Wherever it is set, the clock comes last. */
function dayFormats(): ReadonlySet<string> {
  return new Set([systemDateFormats.fullDate.replace(/[\sT,]*\bh+:.*$/i, ''), 'YYYY-MM-DD'].filter(Boolean));
}

const dayOf = (at: number, timeZone: TimeZone) => dateTimeFormat(at, { timeZone, format: 'YYYY-MM-DD' });

/** Without what people leave away: leading noughts, and the T of ISO. */
const plain = (text: string) => text.replace(/(\d)T(\d)/, '$1 $2').replace(/\b0+(?=\d)/g, '');

function nearest(turns: readonly number[], near: number | null): number | null {
  const distance = (at: number) => Math.abs(at - (near ?? -Infinity));
  const [first = null] = turns;
  return turns.reduce<number | null>(
    (best, turn) => (best !== null && distance(turn) < distance(best) ? turn : best),
    first
  );
}
