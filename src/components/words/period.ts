import { dateTime, dateTimeForTimeZone, getTimeZone, type TimeZone } from '@grafana/data';
import type { Span } from '../../domain/fold/filter';
import { t } from '../../i18n/t';

/** A time that near misses are looked at: those that somebody acted on within it. */
export interface Period extends Span {
  /** As an address holds it; empty for all time. */
  key: string;
}

const DAY = 24 * 60 * 60_000;
const DAYS = /^([1-9]\d{0,3})d$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
// No year below 1000: such a one is being typed.
const BETWEEN = /^([1-9]\d{3}-\d{2}-\d{2})\.\.([1-9]\d{3}-\d{2}-\d{2})$/;

export const ALL_TIME: Period = { key: '', from: -Infinity, to: Infinity };

/**
 * The period that an address means: `90d` up to now, `2026-Q4`, both days of `2026-10-01..2026-11-05`, or all time when
 * it says nothing. Days and quarters begin at midnight in `timeZone`, which is the reader's unless it is given. Null for
 * anything else, and for days in the wrong order.
 */
export function periodOf(key: string, now: number, timeZone: TimeZone = getTimeZone()): Period | null {
  if (key === ALL_TIME.key) {
    return ALL_TIME;
  }
  const [, days] = DAYS.exec(key) ?? [];
  if (days) {
    return { key, from: now - Number(days) * DAY, to: now };
  }
  const [, year, quarter] = QUARTER.exec(key) ?? [];
  if (year && quarter) {
    const first = dateTimeForTimeZone(timeZone, `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01`);
    return { key, from: first.valueOf(), to: dateTime(first).add(3, 'M').valueOf() };
  }
  const [, begin, last] = BETWEEN.exec(key) ?? [];
  if (!begin || !last) {
    return null;
  }
  const from = dateTimeForTimeZone(timeZone, begin).valueOf();
  const to = dateTimeForTimeZone(timeZone, last).add(1, 'd').valueOf();
  return Number.isFinite(from) && from < to ? { key, from, to } : null;
}

/** Keys of the quarter of `now` and of those before it, newest first. */
export function quarterKeys(now: number, count: number, timeZone: TimeZone = getTimeZone()): string[] {
  const [year = 0, month = 0] = dateTimeForTimeZone(timeZone, now).format('YYYY M').split(' ').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + month - 1 - 3 * back;
    return `${Math.floor(months / 12)}-Q${Math.floor((months % 12) / 3) + 1}`;
  });
}

/** The period as people call it: "Q4 2026", "Last 90 days", "2026-10-01 to 2026-11-05", "All time". */
export function periodLabel({ key }: Period): string {
  const [, days] = DAYS.exec(key) ?? [];
  if (days) {
    return t('period.days', 'Last {{days}} days', { days });
  }
  const [, year, quarter] = QUARTER.exec(key) ?? [];
  if (year && quarter) {
    return t('period.quarter', 'Q{{quarter}} {{year}}', { quarter, year });
  }
  const [, begin, last] = BETWEEN.exec(key) ?? [];
  return begin && last ? t('period.between', '{{begin}} to {{last}}', { begin, last }) : t('period.all', 'All time');
}
