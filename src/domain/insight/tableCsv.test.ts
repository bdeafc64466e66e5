import { tableCsv } from './tableCsv';

it('takes along what the numbers cannot say, and no formula', () => {
  const table = { head: ['Step', 'Near misses'], rows: [['=Told, twice', 3]] };
  expect(tableCsv(table, 'Silence is not safety.')).toBe(
    'Step,Near misses\r\n"\'=Told, twice",3\r\nSilence is not safety.,\r\n'
  );
});
