import { dateMath, dateTimeParse, type RawTimeRange, rangeUtil, type TimeZone } from '@grafana/data';
import type { Stretch } from '../../domain/series/stretch';

interface Shown {
  /** What the panel showed, epoch ms. */
  range: Stretch;
  /** As the panel says it, with its own shift of time. */
  raw: RawTimeRange;
  /** When it asked for its data, epoch ms: the "now" of a dashboard that shows the last 6 h. */
  askedAt: number;
  timeZone: TimeZone;
}

/**
 * What the dashboard has to show, absolute and as long as the panel did, for a panel with a shift of time to show the same
 * again; undefined for any other. A panel tells its own range alone, so the dashboard's is read from the address (`search`).
 * One that shows the last 2 h whatever the dashboard shows needs none: Grafana heeds that only where a dashboard's range
 * follows the clock, and our links do not.
 */
export function dashboardRange(search: string, { range, raw, askedAt, timeZone }: Shown): Stretch | undefined {
  const to = new URLSearchParams(search).get('to') ?? '';
  if (rangeUtil.isRelativeTimeRange(raw)) {
    return undefined;
  }
  const dashboard = /^\d+$/.test(to)
    ? Number(to)
    : (dateMath.toDateTime(to, { roundUp: true, timezone: timeZone, now: askedAt })?.valueOf() ?? NaN);
  // A whole second, because the panel's "now" was a moment earlier.
  const by = Math.round((dashboard - dateTimeParse(raw.to, { timeZone }).valueOf()) / 1000) * 1000;
  return Number.isFinite(by) && by !== 0 ? { from: range.from + by, to: range.to + by } : undefined;
}
