import fc from 'fast-check';
import { aNearMiss, aNearMissWithoutGraph, anAuthor, AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { filterNearMisses, sortNearMisses, yoursToFinish } from './filter';

const queue = aNearMiss();
const review = aNearMissWithoutGraph({ team: 'search', services: ['index', 'api'] });
const started = aNearMiss({ id: 'started-0001', annotationId: 3, status: 'started', title: '' });
const withdrawn = aNearMiss({ id: 'withdrawn-01', annotationId: 4, status: 'withdrawn' });
const list = [queue, review, started, withdrawn];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

describe('the filter', () => {
  it('hides started and withdrawn near misses unless they are asked for', () => {
    expect(ids(filterNearMisses(list, {}))).toEqual([queue.id, review.id]);
    expect(ids(filterNearMisses(list, { statuses: ['withdrawn'] }))).toEqual([withdrawn.id]);
  });

  it.each([
    [{ kinds: ['change'] as const }, [review.id]],
    [{ teams: ['payments'] }, [queue.id]],
    [{ services: ['api', 'unheard of'] }, [review.id]],
    [{ savedBy: ['luck'] as const }, [queue.id]],
    [{ savedBy: ['luck'] as const, teams: ['search'] }, []],
  ])('narrows by %j', (filter, expected) => {
    expect(ids(filterNearMisses(list, filter))).toEqual(expected);
  });

  it('finds all typed words anywhere, in any case', () => {
    expect(ids(filterNearMisses(list, { text: 'TIME-OUT colleague' }))).toEqual([review.id]);
    expect(ids(filterNearMisses(list, { text: ' checkout  dips ' }))).toEqual([queue.id]);
    expect(filterNearMisses(list, { text: 'time-out dips' })).toEqual([]);
  });
});

it('narrows to what somebody acted on from the first moment of a time and before its end', () => {
  const { actedAt } = queue;
  expect(ids(filterNearMisses([queue], { from: actedAt, to: actedAt + 1 }))).toEqual([queue.id]);
  expect(filterNearMisses([queue], { from: actedAt - 1, to: actedAt })).toEqual([]);
  expect(filterNearMisses([queue], { from: actedAt + 1 })).toEqual([]);
});

describe('a search', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'éÅ한ΐ ñİ\u0301\u0323') })
  );

  it('finds any text by the same text, composed or decomposed, its words in any order', () => {
    fc.assert(
      fc.property(title, fc.constantFrom('NFC', 'NFD'), fc.constantFrom('NFC', 'NFD'), (words, stored, typed) => {
        const list = [aNearMiss({ title: words.normalize(stored) })];
        expect(filterNearMisses(list, { text: words.normalize(typed) })).toHaveLength(1);
        expect(filterNearMisses(list, { text: words.normalize(typed).split(/\s+/).reverse().join(' ') })).toHaveLength(
          1
        );
      })
    );
  });

  it('takes no letter for another', () => {
    expect(filterNearMisses([aNearMiss({ title: 'Die Straße zum Café' })], { text: 'café straße' })).toHaveLength(1);
    expect(filterNearMisses([aNearMiss({ title: 'Die Straße zum Café' })], { text: 'cafe' })).toEqual([]);
    expect(filterNearMisses([aNearMiss({ title: 'Die Straße zum Café' })], { text: 'strasse' })).toEqual([]);
  });
});

it.each(['Checkout service', 'orders waiting', 'queue-1-abcd', '  orders   consumer  ', ''])(
  'finds %j in where it was seen, in its id, and between blanks',
  (text) => {
    expect(filterNearMisses([aNearMiss()], { text })).toHaveLength(1);
  }
);

it('finds no word that only two fields together would make', () => {
  const nearMiss = aNearMiss({ title: 'xx', almost: 'yy', source: null });
  expect(filterNearMisses([nearMiss], { text: 'xxyy' })).toEqual([]);
  expect(filterNearMisses([nearMiss], { text: 'stryker' })).toEqual([]);
});

describe('the order', () => {
  const projection = AN_OPEN_PROJECTION.ok ? AN_OPEN_PROJECTION : undefined;
  const narrow = aNearMiss({
    id: 'narrow-00001',
    annotationId: 9,
    title: 'Abacus',
    actedAt: queue.actedAt - 5,
    projection: projection ? { ...projection, lo: queue.actedAt - 4 } : null,
  });

  it('puts the newest first, and among equals the larger id', () => {
    const later = { ...review, actedAt: queue.actedAt + 1, timeEnd: queue.timeEnd - 1 };
    expect(ids(sortNearMisses([narrow, queue, later, started], 'newest'))).toEqual([
      review.id,
      started.id,
      queue.id,
      narrow.id,
    ]);
    expect(sortNearMisses(list, 'oldest')).toEqual([...sortNearMisses(list, 'newest')].reverse());
  });

  it('puts the narrowest margin first and the unknown ones last', () => {
    expect(ids(sortNearMisses([review, queue, narrow], 'margin'))).toEqual([narrow.id, queue.id, review.id]);
  });

  it('sorts by what they are called', () => {
    expect(ids(sortNearMisses([queue, review, narrow], 'title'))).toEqual([review.id, narrow.id, queue.id]);
  });
});

it('lists as yours to finish what you started, for nobody else and for no one without a login', () => {
  expect(ids(yoursToFinish(list, 'anna'))).toEqual([started.id]);
  expect(yoursToFinish(list, 'ben')).toEqual([]);
  expect(yoursToFinish([{ ...started, author: anAuthor({ login: '' }) }], '')).toEqual([]);
});
