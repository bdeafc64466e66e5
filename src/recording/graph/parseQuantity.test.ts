import { formattedValueToString, getValueFormat } from '@grafana/data';
import fc from 'fast-check';
import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['4 GiB', 'bytes', 4 * 1024 ** 3],
    ['4GiB', 'bytes', 4 * 1024 ** 3],
    ['512 mib', 'bytes', 512 * 1024 ** 2],
    ['1.5 GB', 'decbytes', 1.5e9],
    ['95 %', 'percent', 95],
    ['95%', 'percentunit', 0.95],
    ['95', 'percent', 95],
    ['0.95', 'percentunit', 0.95],
    ['20 K', 'short', 20_000],
    ['20k', 'short', 20_000],
    ['2 hours', 's', 7200],
    ['1 hour', 's', 3600],
    ['90 s', 's', 90],
    ['250 ms', 's', 0.25],
    ['2 mins', 'ms', 120_000],
    ['25 000', 'short', 25_000],
    ["25'000", 'short', 25_000],
    ['2,5 Mil', 'short', 2_500_000],
    ['-3', '', -3],
    ['1e6', 'short', 1e6],
    ['12 req/s', 'reqps', 12],
    ['536870912', 'bytes', 536_870_912],
  ])('reads %s in %s', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toBeCloseTo(value, 6);
  });

  it.each([
    ['', 'bytes'],
    ['much', 'bytes'],
    ['4 bananas', 'bytes'],
    ['GiB', 'bytes'],
    ['4 % of it', 'percent'],
    ['Infinity', 'short'],
  ])('does not guess what "%s" means in %s', (text, unit) => {
    expect(parseQuantity(text, unit)).toBeNull();
  });

  it('reads back what Grafana itself writes', () => {
    const units = fc.constantFrom(
      'bytes',
      'decbytes',
      'short',
      'percent',
      'percentunit',
      's',
      'ms',
      'none',
      'reqps',
      'bps'
    );
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 }), (unit, digit, power) => {
        const value = digit * 1024 ** power;
        const written = formattedValueToString(getValueFormat(unit)(value, 6));
        expect(Math.abs((parseQuantity(written, unit) ?? NaN) / value - 1)).toBeLessThan(1e-3);
      })
    );
  });
});
