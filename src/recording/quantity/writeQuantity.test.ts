import { getValueFormats } from '@grafana/data';
import fc from 'fast-check';
import { parseQuantity } from './parseQuantity';
import { exampleQuantity, writeQuantity } from './writeQuantity';

const UNITS = [
  ...getValueFormats().flatMap(({ submenu = [] }) => submenu.map(({ value = '' }) => value)),
  ...['', 'jobs', 'prefix:EUR ', 'suffix:jobs', 'count:req', 'currency:$', 'currency:financial:$', 'si:mW', 'bool:a/b'],
  ...['time:YYYY-MM-DD', 'time:nothing'],
];

it.each([
  [1024, 'bytes', '1 KiB'],
  [25_000, 'bytes', '25000'],
  [25_123, 'short', '25123'],
  [25.123, 'short', '25.1230'],
  [0.95, 'percentunit', '95%'],
  [255, 'hex', 'FF'],
  [5, 'bool', '5'],
])('writes %d in %s so that nothing is lost: %s', (value, unit, text) => {
  expect(writeQuantity(value, unit)).toBe(text);
});

it('is read back as just that value, in every unit', () => {
  const values = fc.integer({ min: -999_999, max: 999_999 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(fc.constantFrom(...UNITS), values, (unit, value) => {
      expect([unit, parseQuantity(writeQuantity(value, unit), unit)]).toEqual([unit, { kind: 'value', value }]);
    }),
    { numRuns: 1000 }
  );
});

it.each(UNITS)('gives an example that is accepted in %s', (unit) => {
  expect(parseQuantity(exampleQuantity(unit), unit)).toMatchObject({ kind: 'value' });
});

it('gives an example in the unit’s own words', () => {
  expect(exampleQuantity('bytes')).toBe('1 B');
  expect(exampleQuantity('short')).toBe('1 K');
  expect(exampleQuantity('none')).toBe('1');
  expect(exampleQuantity('currencyUSD')).toBe('$1');
  expect(exampleQuantity('dtdurations')).toBe('1 second');
  expect(exampleQuantity('dateTimeAsIso', new Date(2026, 2, 1, 14, 52, 9).getTime())).toBe('2026-03-01 14:52:00');
  expect(exampleQuantity('dateTimeFromNow')).toMatch(/^\d+$/);
});
