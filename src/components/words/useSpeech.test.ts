import { systemDateFormats } from '@grafana/data';
import { renderHook } from '@testing-library/react';
import fc from 'fast-check';
import { marginText } from '../../domain/story/marginText';
import { nearMissMarkdown } from '../../domain/story/markdown';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { nearMissesCsv } from '../../domain/transfer/csv';
import { aNearMiss } from '../../testing/builders/builders';
import { useSpeech } from './useSpeech';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 10, 3, 22, 51);

beforeEach(() => jest.useFakeTimers({ now: AT }));
afterEach(() => jest.useRealTimers());

it('says a moment of today by the clock, another of this year with its day, any other with its year', () => {
  const { time } = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  expect(time(AT)).toBe('23:51');
  expect(time(AT - 24 * HOUR)).toBe('Mon 2 Nov, 23:51');
  expect(time(AT + 2 * HOUR)).toBe('Wed 4 Nov, 01:51');
  expect(time(Date.UTC(2025, 11, 31, 22, 51))).toBe('31 Dec 2025, 23:51');
});

it('counts the day in the zone of the dashboard', () => {
  expect(renderHook(() => useSpeech('Asia/Kolkata')).result.current.time(AT - 5 * HOUR)).toBe('Tue 3 Nov, 23:21');
});

it('says no day beside a moment of the same one, and both where they differ', () => {
  const { time, dated } = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  const yesterday = AT - 24 * HOUR;
  expect(time(yesterday, yesterday - HOUR)).toBe('23:51');
  expect(time(AT, yesterday)).toBe('Tue 3 Nov, 23:51');
  expect(dated(AT, AT - HOUR)).toBe('23:51');
  expect(dated(AT, yesterday)).toBe('2026-11-03 23:51 UTC+01:00');
});

it('keeps the user’s clock of twelve hours', () => {
  const { interval } = systemDateFormats;
  const { minute } = interval;
  interval.minute = 'hh:mm A';
  expect(renderHook(() => useSpeech('utc')).result.current.time(AT - 24 * HOUR)).toBe('Mon 2 Nov, 10:51 PM');
  interval.minute = minute;
});

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600, days: 86_400 };

it('never says of a margin that it is longer than it is, and little less', () => {
  const speech = renderHook(() => useSpeech('utc')).result.current;
  const said = (atLeast: number) => marginText({ atLeast, around: null }, speech);
  const examples = [90_000, 10.5 * HOUR, 60 * HOUR].map(said);
  expect(examples).toEqual(['at least 1 min (9 in 10)', 'at least 10 h (9 in 10)', 'at least 2 days (9 in 10)']);
  expect(speech.duration(60 * HOUR)).toBe('3 days');
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 400 * 24 * HOUR }), fc.constantFrom(speech, plainSpeech), (ms, words) => {
      const parts = Array.from(marginText({ atLeast: ms, around: null }, words).matchAll(/([\d.]+) (s|min|h|days)\b/g));
      const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? NaN), 0);
      expect(total).toBeLessThanOrEqual(ms / 1_000);
      expect(total).toBeGreaterThan(ms / 2_000);
    })
  );
});

it('says date and zone on paper', () => {
  const screenOnly = window.matchMedia;
  window.matchMedia = (query) => ({ ...screenOnly(query), matches: query === 'print' });
  expect(renderHook(() => useSpeech('Europe/Berlin')).result.current.time(AT)).toBe('2026-11-03 23:51 UTC+01:00');
  window.matchMedia = screenOnly;
});

it.each([
  ['Europe/Berlin', '2026-11-03 23:51 UTC+01:00'],
  ['utc', '2026-11-03 22:51 UTC+00:00'],
  ['browser', '2026-11-03 22:51 UTC+00:00'],
  ['Asia/Kolkata', '2026-11-04 04:21 UTC+05:30'],
])('says date and zone in %s for what is read elsewhere', (timeZone, text) => {
  expect(renderHook(() => useSpeech(timeZone)).result.current.dated(AT)).toBe(text);
});

/** Clocks in Berlin are set back from 3:00 to 2:00 on 25 October 2026: 2:29 comes twice. */
const FIRST = Date.UTC(2026, 9, 25, 0, 29);
const SECOND = FIRST + HOUR;

it('tells the two turns of a repeated hour apart, and adds nothing where there is one', () => {
  const { time } = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  expect(time(FIRST)).toBe('Sun 25 Oct, 02:29 UTC+02:00');
  expect(time(SECOND)).toBe('Sun 25 Oct, 02:29 UTC+01:00');
  expect(time(SECOND + HOUR)).toBe('Sun 25 Oct, 03:29');
  expect(renderHook(() => useSpeech('Asia/Kolkata')).result.current.time(SECOND)).toBe('Sun 25 Oct, 06:59');
});

it('tells them apart also beside each other', () => {
  const { time, dated } = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  expect(time(SECOND, FIRST)).toBe('02:29 UTC+01:00');
  expect(dated(SECOND, FIRST)).toBe('2026-10-25 02:29 UTC+01:00');
});

it('keeps the turn of a repeated hour in what is copied and exported', () => {
  const speech = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  const nearMiss = aNearMiss({ noticedAt: FIRST, actedAt: SECOND, stretch: null, projection: null });
  const markdown = nearMissMarkdown(nearMiss, [], '', speech);
  expect(markdown).toMatch(/Noticed at:\*\* 2026-10-25 02:29 UTC\\?\+02:00/);
  expect(markdown).toMatch(/Acted at:\*\* 2026-10-25 02:29 UTC\\?\+01:00/);
  expect(nearMissesCsv([nearMiss])).toMatch(/2026-10-25T00:29:00\.000Z.*2026-10-25T01:29:00\.000Z/);
});
