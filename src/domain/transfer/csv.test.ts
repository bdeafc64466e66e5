import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { AN_OPEN_PROJECTION, aNearMiss, aNearMissWithoutGraph } from '../../testing/builders/builders';
import { readCsv, rowsOf } from '../../testing/builders/readCsv';
import { csvLine } from '../text/csvLine';
import { nearMissesCsv } from './csv';

describe('a line of values', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1'])('disarms the text %j', (text) => {
    expect(readCsv(csvLine([text]))[0]?.[0]).toBe(`'${text}`);
  });

  it('leaves numbers alone, also negative ones', () => {
    expect(csvLine([-5, 0.25, 1e21, NaN])).toBe('-5,0.25,1e+21,');
  });

  it('quotes what would end a cell, and doubles quotes', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\r\nlines', 'plain', null])).toBe(
      '"a,b","say ""no""","two\r\nlines",plain,'
    );
  });

  it.each([
    ['behind blanks and signs that do not show', '\u0000 \u200b=1+1', "\u0000 \u200b'=1+1"],
    ['after a semicolon, which separates where the comma is decimal', 'x;=1+1;y', "x;'=1+1;y"],
    ['after a tab', 'x\t@SUM(A1)', "x\t'@SUM(A1)"],
    ['at the beginning of a line', 'x\n+1\r\n -2', "x\n'+1\r\n '-2"],
  ])('disarms a formula %s', (_where, text, disarmed) => {
    expect(readCsv(csvLine([text]))[0]?.[0]).toBe(disarmed);
  });

  it('leaves alone what stands within words', () => {
    expect(csvLine(['a=b', 'x - y', 'anna@example.org', '50 % + 2'])).toBe('a=b,x - y,anna@example.org,50 % + 2');
  });

  it('comes back as typed, but for apostrophes, from a reader of RFC 4180, for any text', () => {
    fc.assert(
      fc.property(fc.array(typedText, { minLength: 2, maxLength: 5 }), (texts) => {
        const read = readCsv(csvLine([...texts, 'end']))[0]?.slice(0, -1) ?? [];
        const bare = (cell: string) => cell.replaceAll("'", '');
        expect(read.map(bare)).toEqual(texts.map(bare));
        expect(read.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      })
    );
  });
});

describe('near misses for a spreadsheet', () => {
  it('are one row each, with times in UTC and bare numbers', () => {
    const [row] = rowsOf(nearMissesCsv([aNearMiss()]));
    expect(row).toMatchObject({
      id: 'queue-1-abcd',
      kind: 'trend',
      savedBy: 'person; luck',
      actedAt: '2026-11-03T14:58:00.000Z',
      limit: '25000',
      marginAtLeastMinutes: '48',
      dashboard: 'Checkout service',
    });
  });

  it('tell when the stretch was, and several services or links in one cell', () => {
    const links = ['https://example.org/1', 'https://example.org/2'];
    const [row] = rowsOf(nearMissesCsv([aNearMiss({ services: ['checkout', 'cart'], links })]));
    expect(row).toMatchObject({
      services: 'checkout; cart',
      links: 'https://example.org/1 https://example.org/2',
      stretchFrom: '2026-11-03T13:10:00.000Z',
      stretchTo: '2026-11-03T14:55:00.000Z',
    });
  });

  it('have a margin that it was at least, also to the minute', () => {
    const nearMiss = aNearMiss();
    const projection = { ...AN_OPEN_PROJECTION, lo: nearMiss.actedAt + 90_000 };
    expect(rowsOf(nearMissesCsv([{ ...nearMiss, projection }]))[0]).toMatchObject({ marginAtLeastMinutes: '1' });
  });

  it('have empty cells without a graph', () => {
    const [row] = rowsOf(nearMissesCsv([aNearMissWithoutGraph()]));
    expect(row).toMatchObject({ limit: '', crossing: '', stretchFrom: '', marginAtLeastMinutes: '', panel: '' });
  });

  it('name nobody who wrote', () => {
    expect(nearMissesCsv([aNearMiss()])).not.toContain('anna');
  });

  it('keep a hostile title out of formulas and a negative limit a number', () => {
    const limit = { value: -5, direction: 'falling', unit: '', text: '-5', origin: 'typed' } as const;
    const [row] = rowsOf(nearMissesCsv([aNearMiss({ title: '=HYPERLINK("http://x")', limit })]));
    expect(row).toMatchObject({ title: `'=HYPERLINK("http://x")`, limit: '-5' });
  });

  it('survive a time that no calendar has', () => {
    expect(rowsOf(nearMissesCsv([aNearMiss({ actedAt: 9e15 })]))[0]).toMatchObject({ actedAt: '' });
  });

  it('leave the row of names when there are none', () => {
    expect(nearMissesCsv([])).toMatch(/^id,title,.*\r\n$/);
  });
});
