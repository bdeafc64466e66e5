import { renderHook } from '@testing-library/react';
import { nearMissMarkdown } from '../../domain/story/markdown';
import { nearMissesCsv } from '../../domain/transfer/csv';
import { aNearMiss } from '../../testing/builders/builders';
import { useSpeech } from './useSpeech';

const AT = Date.UTC(2026, 10, 3, 22, 51);

it('says a moment of today by the clock, any other with its date', () => {
  jest.useFakeTimers({ now: AT });
  const { time } = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  expect(time(AT)).toBe('23:51');
  expect(time(AT - 24 * 3_600_000)).toBe('2026-11-02 23:51');
  jest.useRealTimers();
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
const SECOND = FIRST + 3_600_000;

it('tells the two turns of a repeated hour apart, and adds nothing where there is one', () => {
  const { time } = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  expect(time(FIRST)).toBe('2026-10-25 02:29 UTC+02:00');
  expect(time(SECOND)).toBe('2026-10-25 02:29 UTC+01:00');
  expect(time(SECOND + 3_600_000)).toBe('2026-10-25 03:29');
  expect(renderHook(() => useSpeech('Asia/Kolkata')).result.current.time(SECOND)).toBe('2026-10-25 06:59');
});

it('keeps the turn of a repeated hour in what is copied and exported', () => {
  const speech = renderHook(() => useSpeech('Europe/Berlin')).result.current;
  const nearMiss = aNearMiss({ noticedAt: FIRST, actedAt: SECOND, stretch: null, projection: null });
  const markdown = nearMissMarkdown(nearMiss, [], '', speech);
  expect(markdown).toMatch(/Noticed at:\*\* 2026-10-25 02:29 UTC\\?\+02:00/);
  expect(markdown).toMatch(/Acted at:\*\* 2026-10-25 02:29 UTC\\?\+01:00/);
  expect(nearMissesCsv([nearMiss])).toMatch(/2026-10-25T00:29:00\.000Z.*2026-10-25T01:29:00\.000Z/);
});
