import fc from 'fast-check';
import { aRecord } from '../../testing/builders/builders';
import { oddMoment, oddMomentsOf } from './oddMoment';

const NOW = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;
const usual = fc.integer({ min: Date.UTC(2000, 0, 2), max: NOW });

it.each([
  ['the present', NOW],
  ['what a clock that is a little ahead says', NOW + 5 * 60_000],
  ['long ago', Date.UTC(1999, 11, 31)],
])('finds nothing odd about %s', (_what, at) => {
  expect(oddMoment(at, NOW)).toBeNull();
});

it('knows seconds, microseconds and nanoseconds in place of milliseconds, and what was meant', () => {
  fc.assert(
    fc.property(usual, (at) => {
      const seconds = Math.floor(at / 1_000);
      expect(oddMoment(seconds, NOW)).toEqual({ why: 'too-early', meant: seconds * 1_000 });
      expect(oddMoment(at * 1_000, NOW)).toEqual({ why: 'future', meant: at });
      expect(oddMoment(at * 1e6, NOW)).toMatchObject({ why: 'future', meant: expect.closeTo(at, -1) });
    })
  );
});

it('proposes nothing that would be odd again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (at) => {
      const meant = oddMoment(at, NOW)?.meant ?? null;
      expect(meant === null ? null : oddMoment(meant, NOW)).toBeNull();
    })
  );
});

it.each([
  ['in three hours', NOW + 3 * HOUR, 'future'],
  ['at the beginning of counting', 0, 'too-early'],
  ['before it', -HOUR, 'too-early'],
])('has no better proposal for a moment %s', (_when, at, why) => {
  expect(oddMoment(at, NOW)).toEqual({ why, meant: null });
});

it('looks at every moment of a record', () => {
  const seconds = 1_795_000_000;
  expect(oddMomentsOf(aRecord(), NOW)).toEqual([]);
  const record = aRecord({ noticedAt: seconds, actedAt: NOW + HOUR, stretch: { from: seconds - 60, to: seconds } });
  expect(oddMomentsOf(record, NOW).map(({ of, at, odd }) => [of, at, odd.why])).toEqual([
    ['noticedAt', seconds, 'too-early'],
    ['actedAt', NOW + HOUR, 'future'],
    ['stretch', seconds, 'too-early'],
  ]);
  expect(oddMomentsOf(aRecord({ noticedAt: null, stretch: null }), NOW)).toEqual([]);
});
