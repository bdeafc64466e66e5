import { getValueFormats } from '@grafana/data';
import fc from 'fast-check';
import { parseQuantity, type Reading } from './parseQuantity';
import { written } from './written';

const valueOf = (reading: Reading) => (reading.kind === 'value' ? reading.value : null);

/** All units that Grafana offers, and some of each kind that people make up. */
const UNITS = [
  ...getValueFormats().flatMap(({ submenu = [] }) => submenu.map(({ value = '' }) => value)),
  ...['', 'bananas', 'per 100 km', 'prefix:EUR ', 'prefix:v2 ', 'suffix:jobs', 'suffix:2x', 'suffix:000', 'count:req'],
  ...['currency:$', 'currency:kr', 'currency:financial:$', 'currency:financial:€:suffix', 'si:B', 'si:mW', 'si:µF'],
  ...['bool:up/down', 'time:YYYY-MM-DD', 'time:DD.MM.YYYY HH:mm'],
];
const VALUES = [0, 0.25, 12, 95.5, 1234.5, 25_000, 3.4e8, -7, -25_000, 1.764e12, 123_456_789, 0.00012];

/** Units whose own text does not say which value it was, each with the reason. */
const LOSING: Readonly<Record<string, { why: string; is: (text: string) => boolean }>> = {
  dtdurations: { why: 'writes nothing at all below 1 ms', is: (text) => text === '' || text === 'ago' },
  dtdurationms: { why: 'writes nothing at all below 1 ms', is: (text) => text === '' || text === 'ago' },
  dthms: { why: 'less than a second before is not zero', is: (text) => text === '00:00:00 ago' },
  dtdhms: { why: 'less than a second before is not zero', is: (text) => text === '00:00:00 ago' },
  dateTimeFromNow: { why: 'what it says moves with the clock', is: () => true },
};

/** "2 K" and "2.00 K" are the same text to a reader, "0" and "-0" too. */
const withoutZeros = (text: string) =>
  text.replace(/(?<=\d)\.0+(?!\d)|(?<=\.\d*?)0+(?!\d)/g, '').replace(/-(?=\D*0\D*$)/, '');

/** Read as something that Grafana writes alike, or that lies within what it rounded away: 999.99 is written 1000, and 1000 1 K. */
const isReadBack = (value: number, unit: string) => {
  const text = written(value, unit);
  const read = valueOf(parseQuantity(text, unit));
  const alike = read !== null && withoutZeros(written(read, unit)) === withoutZeros(text);
  return alike || (read !== null && Math.abs(read / value - 1) < 0.01) || Boolean(LOSING[unit]?.is(text));
};

describe('parseQuantity', () => {
  it.each([
    ['4 GiB', 'bytes', 4 * 1024 ** 3],
    ['4GiB', 'bytes', 4 * 1024 ** 3],
    ['512 mib', 'bytes', 512 * 1024 ** 2],
    ['4 G', 'bytes', 4 * 1024 ** 3],
    ['256 B', 'kbytes', 0.25],
    ['256 KiB', 'kbytes', 256],
    ['1.5 GB', 'decbytes', 1.5e9],
    ['95 %', 'percent', 95],
    ['95%', 'percentunit', 0.95],
    ['95', 'percent', 95],
    ['0.95', 'percentunit', 0.95],
    ['20 K', 'short', 20_000],
    ['20k', 'short', 20_000],
    ['20k', 'reqps', 20_000],
    ['2 hours', 's', 7200],
    ['1 hour', 's', 3600],
    ['1 min', 's', 60],
    ['1h 30m', 's', 5400],
    ['5m', 's', 300],
    ['90 s', 's', 90],
    ['250 ms', 's', 0.25],
    ['2 mins', 'ms', 120_000],
    ['3.96 days', 'h', 95.04],
    ['1 hour, 2 minutes', 'dtdurations', 3720],
    ['1 hour ago', 'dtdurations', -3600],
    ['01:02:03', 'dthms', 3723],
    ['2 d 01:02:03', 'dtdhms', 176_523],
    ['03m:05s:003ms', 'clockms', 185_003],
    [(25_000).toLocaleString(), 'locale', 25_000],
    ['25 000', 'short', 25_000],
    ['25\u202f000', 'short', 25_000],
    ['25\u00a0000', 'short', 25_000],
    ["25'000", 'short', 25_000],
    ['1.234.567', 'short', 1_234_567],
    ['12,34,567', 'short', 1_234_567],
    ['1.234,5', 'short', 1234.5],
    ['1,234.5', 'short', 1234.5],
    ['0,125', 'short', 0.125],
    ['2,5 Mil', 'short', 2_500_000],
    ['-3', '', -3],
    ['\u22123', '', -3],
    ['1e6', 'short', 1e6],
    ['1.234e+3', 'sci', 1234],
    ['12 req/s', 'reqps', 12],
    ['536870912', 'bytes', 536_870_912],
    ['$1.5K', 'currencyUSD', 1500],
    ['-$1.5K', 'currencyUSD', -1500],
    ['1.5 k', 'currencyUSD', 1500],
    ['5 $', 'currencyUSD', 5],
    ['$ 5', 'currencyUSD', 5],
    [`$${(25_000).toLocaleString()}`, 'currency:financial:$', 25_000],
    ['1.5Kkr', 'currencySEK', 1500],
    ['FF', 'hex', 255],
    ['10', 'hex', 16],
    ['-0x1F', 'hex0x', -31],
    ['A.8', 'hex', 10.5],
    ['Yes', 'bool_yes_no', 1],
    ['off', 'bool_on_off', 0],
    ['1', 'bool', 1],
    ['5 per 100 km', 'per 100 km', 5],
    ['v2 5', 'prefix:v2 ', 5],
    ['2026-03-01 14:52:00', 'dateTimeAsIso', new Date(2026, 2, 1, 14, 52).getTime()],
    ['2026-03-01 14:52', 'dateTimeAsIso', new Date(2026, 2, 1, 14, 52).getTime()],
    ['2026-03-01', 'dateTimeAsIso', new Date(2026, 2, 1).getTime()],
    ['03/01/2026 2:52:00 pm', 'dateTimeAsUS', new Date(2026, 2, 1, 14, 52).getTime()],
    ['1764000000000', 'dateTimeAsIso', 1_764_000_000_000],
  ])('reads %s in %s', (text, unit, value) => {
    expect(valueOf(parseQuantity(text, unit))).toBeCloseTo(value, 6);
  });

  it.each([
    ['25,000', 'short', [25_000, 25]],
    ['20.000', 'short', [20, 20_000]],
    ['25,000 B', 'bytes', [25_000, 25]],
    ['-1.024 s', 's', [-1.024, -1024]],
    ['3 mB', 'decbits', [0.003, 3e6]],
  ])('says what all "%s" can mean in %s', (text, unit, values) => {
    const reading = parseQuantity(text, unit);
    expect(reading).toEqual({ kind: 'ambiguous', values });
  });

  it.each([
    ['', 'bytes'],
    ['much', 'bytes'],
    ['4 bananas', 'bytes'],
    ['GiB', 'bytes'],
    ['4 % of it', 'percent'],
    ['Infinity', 'short'],
    ['1e999', 'short'],
    ['12 34', 'short'],
    ['1.2.3', 'short'],
    ['1,23,4', 'short'],
    ['5 minutes', 'bytes'],
    ['1 hour, 2 apples', 's'],
    ['FF', 'short'],
    ['2026-03-01', 'short'],
    ['2026-13-01', 'dateTimeAsIso'],
    ['2 hours ago', 'dateTimeFromNow'],
    ['maybe', 'bool'],
  ])('does not guess what "%s" means in %s', (text, unit) => {
    expect(parseQuantity(text, unit)).toEqual({ kind: 'unreadable' });
  });

  it('reads what Grafana writes, in every unit', () => {
    const missed = UNITS.flatMap((unit) =>
      VALUES.filter((value) => !isReadBack(value, unit)).map((value) => [unit, value, written(value, unit)])
    );
    expect(UNITS.length).toBeGreaterThan(280);
    expect(missed).toEqual([]);
  });

  it('reads what Grafana writes, whatever the value', () => {
    const values = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -6, max: 8 }))
      .map(([digits, power]) => Number(`${digits}e${power}`));
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), values, (unit, value) => {
        // 0.9996 is written 1.000: that alone is asked about.
        const isAsked = parseQuantity(written(value, unit), unit).kind === 'ambiguous';
        const isReadOrAsked = isAsked ? /^\D*1\.000\b/.test(written(value, unit)) : isReadBack(value, unit);
        expect([unit, value, isReadOrAsked]).toEqual([unit, value, true]);
      }),
      { numRuns: 2000 }
    );
  });

  it('reads any prefix and suffix that people make up', () => {
    const affix = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => /^[^\s\d.,'’+-]+$/.test(text));
    const kinds = fc.constantFrom('prefix:', 'suffix:', 'count:', 'currency:', 'currency:financial:');
    fc.assert(
      fc.property(kinds, affix, fc.integer({ min: -999, max: 999 }), (kind, symbol, value) => {
        expect([kind + symbol, isReadBack(value, kind + symbol)]).toEqual([kind + symbol, true]);
      })
    );
  });
});
