import { dateTimeFormat, systemDateFormats } from '@grafana/data';
import fc from 'fast-check';
import { dayIn, momentIn, momentText } from './momentText';

const YEAR_2000 = 946_684_800;
const YEAR_2100 = 4_102_444_800;
const seconds = fc.integer({ min: YEAR_2000, max: YEAR_2100 }).map((at) => at * 1000);
const zones = fc.constantFrom('utc', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');

afterEach(() =>
  systemDateFormats.update({ ...systemDateFormats, useBrowserLocale: false, fullDate: 'YYYY-MM-DD HH:mm:ss' })
);

it.each(['YYYY-MM-DD HH:mm:ss', 'MM/DD/YYYY, hh:mm:ss A', 'DD.MM.YYYY HH:mm:ss'])(
  'reads what it wrote, to the second, in any zone and every hour that comes twice: %s',
  (fullDate) => {
    systemDateFormats.update({ ...systemDateFormats, useBrowserLocale: false, fullDate });
    fc.assert(
      fc.property(seconds, zones, (at, zone) => {
        expect(momentIn(momentText(at, zone), at, zone)).toBe(at);
      })
    );
  }
);

it.each([
  ['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD'],
  ['MM/DD/YYYY, hh:mm:ss A', 'MM/DD/YYYY'],
  ['DD.MM.YYYY HH:mm:ss', 'DD.MM.YYYY'],
])('reads a day from its first to its last moment, in any zone: %s', (fullDate, format) => {
  systemDateFormats.update({ ...systemDateFormats, useBrowserLocale: false, fullDate });
  fc.assert(
    fc.property(seconds, zones, (at, zone) => {
      const dayAt = (moment: number | null) => dateTimeFormat(moment ?? 0, { timeZone: zone, format });
      const day = dayAt(at);
      const [first, last] = [dayIn(day, 'start', zone), dayIn(day, 'end', zone)];
      expect([dayAt(first), dayAt(last)]).toEqual([day, day]);
      expect([dayAt((first ?? 0) - 1), dayAt((last ?? 0) + 1)]).not.toContain(day);
    })
  );
});

it.each(['', '2026-10', '2026-02-30', '2026-10-01 14:30', '2026-10-01T', 'today'])('reads no day in “%s”', (text) => {
  expect(dayIn(text, 'start', 'utc')).toBeNull();
});

it('never throws, and never gives a number that is none', () => {
  fc.assert(
    fc.property(fc.string(), zones, (text, zone) => {
      const at = momentIn(text, null, zone);
      expect(at === null || Number.isFinite(at)).toBe(true);
    })
  );
});

it('takes the clock alone for the day of the moment before', () => {
  const day = Date.UTC(2026, 10, 3, 9);
  expect(momentIn('14:05', day, 'Europe/Berlin')).toBe(Date.UTC(2026, 10, 3, 13, 5));
});
