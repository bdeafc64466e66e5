import {
  byEndNewestFirst,
  isWanted,
  joinTags,
  linksOf,
  rawOf,
  tagBytes,
  type StoredAnnotation,
} from './storedAnnotation';

function stored(over: Partial<StoredAnnotation> & { tags?: readonly string[] } = {}): StoredAnnotation {
  const tags = over.tags ?? [];
  return {
    ...{ id: 1, dashboardUid: '', panelId: 0, created: 5, updated: 6, time: 100, timeEnd: 200 },
    ...{ text: 'x', tags, links: linksOf(tags), login: 'anna' },
    ...over,
  };
}

describe('tags', () => {
  it('are split at the first colon and trimmed; what follows a second one is lost', () => {
    expect(joinTags(['a', 'b:c', ' d : e ', 'f:g:h', 'i:'])).toEqual(['a', 'b:c', 'd:e', 'f:g', 'i']);
  });

  it('have a key, and come once', () => {
    expect(joinTags(['', ' ', ':value', 'a', 'a', 'b:c', 'b:c', 'b:d'])).toEqual(['a', 'b:c', 'b:d']);
  });

  it('are found by key and value', () => {
    expect(linksOf(['a', 'b:c', 'a', ''])).toEqual(new Set(['a:', 'b:c']));
    expect(linksOf([])).toEqual(new Set());
  });

  it('take their bytes of UTF-8, two quotes and a comma each, and two brackets in all', () => {
    expect(tagBytes([])).toBe(2);
    expect(tagBytes(['a'])).toBe(5);
    expect(tagBytes(['a', 'é'])).toBe(10);
  });
});

describe('a search', () => {
  const wants = (tags: readonly string[], has: readonly string[], matchAny?: boolean) =>
    isWanted(stored({ tags: has }), { tags, matchAny, limit: 1 });

  it('by all tags finds what has all of them', () => {
    expect(wants(['a', 'b:c'], ['a', 'b:c', 'd'])).toBe(true);
    expect(wants(['a', 'b:c'], ['a', 'b:d'])).toBe(false);
    expect(wants(['a'], ['ab', 'b:a'])).toBe(false);
    expect(wants(['b'], ['b:c'])).toBe(true);
    expect(wants(['a:b'], ['a'])).toBe(false);
    expect(wants(['a:b'], ['a:bc'])).toBe(false);
  });

  it('by all tags counts what it finds, so a key with two values is missed', () => {
    expect(wants(['a'], ['a:b', 'a:c'])).toBe(false);
    expect(wants(['a'], ['a', 'a:b'])).toBe(false);
  });

  it('by any tag finds what has one of them', () => {
    expect(wants(['a', 'b'], ['b'], true)).toBe(true);
    expect(wants(['a'], ['a:b', 'a:c'], true)).toBe(true);
    expect(wants(['a', 'b'], ['c'], true)).toBe(false);
    expect(wants(['a'], [], true)).toBe(false);
  });

  it('without tags, or by empty ones, finds everything', () => {
    expect(isWanted(stored(), { limit: 1 })).toBe(true);
    expect(isWanted(stored({ tags: ['a'] }), { limit: 1, matchAny: true })).toBe(true);
    expect(wants([''], ['a'])).toBe(true);
  });

  it.each([
    [1, 99, false],
    [1, 100, true],
    [120, 130, true],
    [200, 300, true],
    [201, 300, false],
  ])('from %i to %i overlaps 100 to 200: %p', (from, to, expected) => {
    expect(isWanted(stored(), { from, to, limit: 1 })).toBe(expected);
  });

  it('with but one end of a window, or one before 1970, is not bound', () => {
    expect(isWanted(stored(), { from: 201, limit: 1 })).toBe(true);
    expect(isWanted(stored(), { to: 99, limit: 1 })).toBe(true);
    expect(isWanted(stored(), { from: 0, to: 99, limit: 1 })).toBe(true);
    expect(isWanted(stored(), { from: 201, to: 0, limit: 1 })).toBe(true);
    expect(isWanted(stored(), { from: -5, to: 99, limit: 1 })).toBe(true);
    expect(isWanted(stored({ time: 1, timeEnd: 1 }), { from: 1, to: 1, limit: 1 })).toBe(true);
  });

  it('by dashboard and panel finds what is there', () => {
    const there = stored({ dashboardUid: 'd', panelId: 4 });
    expect(isWanted(there, { dashboardUid: 'd', panelId: 4, limit: 1 })).toBe(true);
    expect(isWanted(there, { dashboardUid: 'e', limit: 1 })).toBe(false);
    expect(isWanted(there, { panelId: 5, limit: 1 })).toBe(false);
    expect(isWanted(there, { dashboardUid: '', panelId: 0, limit: 1 })).toBe(true);
  });
});

it('come newest end first, then newest begin', () => {
  const all = [
    stored({ id: 1, time: 1, timeEnd: 5 }),
    stored({ id: 2, time: 3, timeEnd: 5 }),
    stored({ id: 3, time: 2, timeEnd: 9 }),
  ];
  expect(all.sort(byEndNewestFirst).map(({ id }) => id)).toEqual([3, 2, 1]);
});

it('leave out what is zero or empty', () => {
  expect(rawOf(stored())).toEqual({
    ...{ id: 1, created: 5, updated: 6, time: 100, timeEnd: 200, text: 'x', tags: [], login: 'anna' },
  });
  expect(rawOf(stored({ dashboardUid: 'd', panelId: 4, login: '', time: 0, tags: ['a'] }))).toEqual({
    ...{ id: 1, dashboardUID: 'd', panelId: 4, created: 5, updated: 6, timeEnd: 200, text: 'x', tags: ['a'] },
  });
});
