import { A_SOURCE, aRecord } from '../../testing/builders/builders';
import { decode } from './decode';
import { encodeRecord, leftOutOf } from './encodeRecord';
import type { NearMissRecord } from '../record/record';
import { MOST_NEW_TEXT_BYTES, textBytes } from './payload';

const encoded = (record: NearMissRecord) => encodeRecord(record, { kind: 'organization' }, '');
const bytesOf = (record: NearMissRecord) => textBytes(encoded(record).text);

function kept(record: NearMissRecord): NearMissRecord {
  const decoded = decode({ id: 7, ...encoded(record) });
  if (decoded.what !== 'record') {
    throw new Error(decoded.what);
  }
  expect(decoded.unreadParts).toEqual([]);
  return decoded.record;
}

/** How many letters make it just so long; each letter takes a byte. */
const lettersFor = (bytes: number, withLetters: (letters: number) => NearMissRecord) =>
  400 + bytes - bytesOf(withLetters(400));

const WORDLESS = { title: '', almost: '', savedHow: '', cue: '', action: '', outcome: '' };

function seriesOf(count: number) {
  const one = { name: '', unit: '', from: 1, to: 2, min: 0, max: 1, times: 'AA__', values: 'AA__' };
  return { series: Array.from({ length: count }, (_, index) => ({ ...one, name: `s${index}` })), dropped: [] };
}

/** Bytes of one series more, with the comma before it. */
const FURTHER = JSON.stringify(seriesOf(1).series[0]).length + 1;

it('is found by its sort, id, kind, team and services', () => {
  expect(encoded(aRecord({ services: ['checkout', 'cart'] })).tags).toEqual([
    'near-miss',
    'nm:queue-1-abcd',
    'kind:trend',
    'team:payments',
    'service:checkout',
    'service:cart',
  ]);
});

describe('queries are kept', () => {
  const asked = (over: Partial<NearMissRecord>) => (letters: number) =>
    aRecord({ ...WORDLESS, ...over, source: { ...A_SOURCE, queries: ['x'.repeat(letters)] } });

  it.each([
    ['3 kB in all without a series', { evidence: null }, 3_072],
    ['3 kB in all with one series', { evidence: seriesOf(1) }, 3_072],
    ['3 kB and what a further series takes', { evidence: seriesOf(2) }, 3_072 + FURTHER],
    ['3 kB and what further series take', { evidence: seriesOf(5) }, 3_072 + 4 * FURTHER],
    ['3 kB with 600 bytes of words', { evidence: seriesOf(1), almost: 'ü'.repeat(300) }, 3_072],
    ['3 kB and as many bytes as the words have beyond 600', { evidence: seriesOf(1), almost: 'ü'.repeat(301) }, 3_074],
    [
      '3 kB and what all words together have beyond 600',
      {
        evidence: null,
        title: 'a'.repeat(200),
        savedHow: 'b'.repeat(200),
        cue: 'c'.repeat(200),
        action: 'd',
        outcome: 'e',
      },
      3_074,
    ],
    ['16 kB at most', { evidence: seriesOf(1), action: 'a'.repeat(14_000) }, MOST_NEW_TEXT_BYTES],
  ])('up to %s', (_what, over, room) => {
    const record = asked(over);
    const most = lettersFor(room, record);
    expect(bytesOf(record(most))).toBe(room);
    expect(kept(record(most))).toMatchObject({ source: { queries: ['x'.repeat(most)] }, evidence: over.evidence });
    expect(kept(record(most + 1))).toMatchObject({
      source: { queries: [] },
      evidence: { series: over.evidence?.series ?? [], dropped: [{ why: 'queries-too-large' }] },
    });
  });

  it.each([
    ['a record without a source', null],
    ['a record with a source without any', { ...A_SOURCE, queries: [] }],
  ])('and never said to be left out of %s', (_what, source) => {
    const links = [`https://example.org/${'x'.repeat(4_000)}`];
    expect(kept(aRecord({ ...WORDLESS, links, source, evidence: seriesOf(1) })).evidence).toEqual(seriesOf(1));
  });
});

describe('of queries that are too large together', () => {
  const expression = { refId: 'C', datasource: { uid: '__expr__' }, type: 'math', expression: '$A + $B' };
  const asked = (a: number, others: number, refId?: string) => {
    const queries = [
      { refId: 'A', expr: 'a'.repeat(a) },
      { refId: 'B', expr: 'b'.repeat(50) },
      expression,
      { refId: 'D', expr: 'd'.repeat(others) },
    ];
    return aRecord({ ...WORDLESS, evidence: seriesOf(1), source: { ...A_SOURCE, queries, refId } });
  };
  const refIdsOf = (record: NearMissRecord) =>
    kept(record).source?.queries.map((query) => (query instanceof Object && 'refId' in query ? query.refId : null));
  const left = (record: NearMissRecord) => kept(record).evidence?.dropped;

  it('the one of the series stays', () => {
    const record = asked(850, 4_000, 'A');
    expect(refIdsOf(record)).toEqual(['A']);
    expect(left(record)).toEqual([{ why: 'queries-too-large', count: 3 }]);
    expect(leftOutOf(record, '')).toEqual(left(record));
  });

  it('an expression stays with what it names, and alone where that does not fit', () => {
    expect(refIdsOf(asked(850, 4_000, 'C'))).toEqual(['A', 'B', 'C']);
    expect(left(asked(850, 4_000, 'C'))).toEqual([{ why: 'queries-too-large', count: 1 }]);
    expect(refIdsOf(asked(4_000, 100, 'C'))).toEqual(['C']);
  });

  it.each([
    ['the one of the series is too large itself', asked(4_000, 100, 'A')],
    ['nobody knows which is the one of the series', asked(850, 4_000)],
    ['none is called like that of the series', asked(850, 4_000, 'Z')],
  ])('none stays where %s', (_what, record) => {
    expect(refIdsOf(record)).toEqual([]);
    expect(left(record)).toEqual([{ why: 'queries-too-large' }]);
  });

  it('all stay while they fit', () => {
    expect(refIdsOf(asked(50, 50, 'A'))).toEqual(['A', 'B', 'C', 'D']);
    expect(leftOutOf(asked(50, 50, 'A'), '')).toEqual([]);
  });
});

describe('series are kept', () => {
  const worded = (count: number) => (letters: number) =>
    aRecord({ ...WORDLESS, action: 'x'.repeat(letters), source: null, evidence: seriesOf(count) });
  const leftOut = (name: string) => ({ why: 'words-needed-room', series: name });

  it('as long as all takes 16 kB, then without the last', () => {
    const record = worded(3);
    const most = lettersFor(MOST_NEW_TEXT_BYTES, record);
    expect(kept(record(most)).evidence).toEqual(seriesOf(3));
    expect(kept(record(most + 1)).evidence).toEqual({ series: seriesOf(2).series, dropped: [leftOut('s2')] });
  });

  it('not at all where words alone take that much, and up to ten are named', () => {
    const names = ['s9', 's8', 's7', 's6', 's5', 's4', 's3', 's2', 's1', 's0'];
    expect(kept(worded(10)(MOST_NEW_TEXT_BYTES)).evidence).toEqual({ series: [], dropped: names.map(leftOut) });
    expect(kept(worded(11)(MOST_NEW_TEXT_BYTES)).evidence?.dropped).toEqual([
      leftOut('s10'),
      ...names.slice(0, 9).map(leftOut),
      { why: 'further-series', count: 1 },
    ]);
  });

  it('as none where there were none, however long the words', () => {
    const words = 'x'.repeat(MOST_NEW_TEXT_BYTES);
    expect(kept(aRecord({ action: words, source: null, evidence: null })).evidence).toBeNull();
  });
});

describe('the name of a series', () => {
  const named = (name: string, series = name) => {
    const [one] = seriesOf(1).series;
    const evidence = one && { series: [{ ...one, name }], dropped: [] };
    return aRecord({ evidence, source: { ...A_SOURCE, series } });
  };
  const times = (record: NearMissRecord, name: string) => encoded(record).text.split(`"${name}"`).length - 1;
  const long = 'x'.repeat(61);

  it('is stored once where it is long, and read as it was', () => {
    expect(times(named(long), long)).toBe(1);
    expect(kept(named(long))).toEqual(named(long));
  });

  it('is stored twice where it is short, so that older versions say it too', () => {
    const short = 'x'.repeat(60);
    expect(times(named(short), short)).toBe(2);
    expect(kept(named(short))).toEqual(named(short));
  });

  it('is stored of both where they differ, and where no values were kept', () => {
    expect(kept(named(long, `${long}y`))).toEqual(named(long, `${long}y`));
    expect(kept(named(long, ''))).toEqual(named(long, ''));
    const without = { ...named(long), evidence: null };
    expect(kept(without)).toEqual(without);
  });
});
