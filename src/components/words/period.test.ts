import { setTimeZoneResolver } from '@grafana/data';
import fc from 'fast-check';
import { isWithin } from '../../domain/fold/filter';
import { periodLabel, periodOf, quarterKeys } from './period';

const NOW = Date.parse('2026-11-28T16:00:00Z');
const shown = (key: string, timeZone = 'utc') => {
  const period = periodOf(key, NOW, timeZone);
  return period && [new Date(period.from).toISOString(), new Date(period.to).toISOString()];
};

describe('a period', () => {
  it('is a quarter that begins and ends at midnight of the time zone, also where clocks change within it', () => {
    expect(shown('2026-Q4')).toEqual(['2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
    expect(shown('2026-Q4', 'Europe/Berlin')).toEqual(['2026-09-30T22:00:00.000Z', '2026-12-31T23:00:00.000Z']);
    expect(shown('2026-Q1', 'America/New_York')).toEqual(['2026-01-01T05:00:00.000Z', '2026-04-01T04:00:00.000Z']);
  });

  it('begins at midnight where the reader is unless a time zone is given', () => {
    setTimeZoneResolver(() => 'Asia/Kolkata');
    expect(new Date(periodOf('2026-Q4', NOW)?.from ?? 0).toISOString()).toBe('2026-09-30T18:30:00.000Z');
    expect(quarterKeys(Date.parse('2026-12-31T20:00:00Z'), 1)).toEqual(['2027-Q1']);
    setTimeZoneResolver(() => 'browser');
  });

  it('is the last days up to now', () => {
    expect(shown('90d')).toEqual(['2026-08-30T16:00:00.000Z', '2026-11-28T16:00:00.000Z']);
  });

  it('holds both days that are named', () => {
    expect(shown('2026-10-01..2026-11-05')).toEqual(['2026-10-01T00:00:00.000Z', '2026-11-06T00:00:00.000Z']);
  });

  it('is all time when nothing is said', () => {
    expect(periodOf('', NOW)).toEqual({ key: '', from: -Infinity, to: Infinity });
  });

  it.each([
    '2026-Q5',
    '0d',
    'soon',
    '2026-11-05..2026-10-01',
    '2026-13-01..2026-13-02',
    '99999d',
    '2026-10-01',
    '0202-10-01..2026-10-01',
  ])('is nothing for %s', (key) => expect(periodOf(key, NOW, 'utc')).toBeNull());

  it('is left by the quarter after it at the same moment', () => {
    const quarter = fc.record({ year: fc.integer({ min: 1990, max: 2090 }), quarter: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(quarter, fc.constantFrom('utc', 'Asia/Kolkata', 'Europe/Berlin'), ({ year, quarter }, zone) => {
        const one = periodOf(`${year}-Q${quarter}`, NOW, zone);
        const next = periodOf(`${year}-Q${quarter + 1}`, NOW, zone);
        expect(one?.to).toBe(next?.from);
        expect(one && isWithin(one, one.from) && !isWithin(one, one.to)).toBe(true);
      })
    );
  });

  it('has a name', () => {
    const names = ['2026-Q4', '90d', '2026-10-01..2026-11-05', ''].map((key) => {
      const period = periodOf(key, NOW, 'utc');
      return period && periodLabel(period);
    });
    expect(names).toEqual(['Q4 2026', 'Last 90 days', '2026-10-01 to 2026-11-05', 'All time']);
  });
});

it('names the quarter of now and those before it, across a year', () => {
  expect(quarterKeys(Date.parse('2026-02-03'), 3, 'utc')).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(quarterKeys(Date.parse('2026-12-31T23:30:00Z'), 1, 'Europe/Berlin')).toEqual(['2027-Q1']);
});
