import { renderHook } from '@testing-library/react';
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
