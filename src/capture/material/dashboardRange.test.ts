import { dateTime } from '@grafana/data';
import { dashboardRange } from './dashboardRange';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 3, 18);
const yesterday = { from: NOW - DAY - 6 * HOUR, to: NOW - DAY };
const shifted = { from: dateTime(yesterday.from), to: dateTime(yesterday.to) };
const shown = { range: yesterday, raw: shifted, askedAt: NOW + 120, timeZone: 'utc' };

it.each([
  ['follows the clock', '?from=now-6h&to=now'],
  ['is in epoch ms', `?from=${NOW - 6 * HOUR}&to=${NOW}`],
  ['is in ISO 8601', '?from=2026-11-03T12:00:00.000Z&to=2026-11-03T18:00:00.000Z'],
])('is what the dashboard shows while a panel shows the day before, where that %s', (_what, search) => {
  expect(dashboardRange(search, shown)).toEqual({ from: NOW - 6 * HOUR, to: NOW });
});

it('is as long as the panel showed where it shows the last 2 h, and those of the day before', () => {
  const range = { from: NOW - DAY - 2 * HOUR, to: NOW - DAY };
  const raw = { from: dateTime(range.from), to: dateTime(range.to) };
  expect(dashboardRange('?from=now-24h&to=now', { ...shown, range, raw })).toEqual({ from: NOW - 2 * HOUR, to: NOW });
});

it.each([
  ['shows what the dashboard shows', '?from=now-6h&to=now', { from: 'now-6h', to: 'now' }],
  ['shows the last 2 h of a dashboard that ends earlier', '?from=now-24h&to=now-12h', { from: 'now-2h', to: 'now' }],
  [
    'shows an absolute range as the dashboard',
    `?from=${yesterday.from}&to=${yesterday.to}`,
    { from: new Date(yesterday.from).toISOString(), to: new Date(yesterday.to).toISOString() },
  ],
  ['shifts its time on a page whose address says no range', '', shifted],
  ['shifts its time on a page whose address says nothing that is a time', '?to=tomorrow', shifted],
])('is nothing of its own for a panel that %s', (_what, search, raw) => {
  expect(dashboardRange(search, { ...shown, raw })).toBeUndefined();
});
