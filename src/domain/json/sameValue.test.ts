import { sameValue } from './sameValue';

it.each([
  ['lists in another order', ['a', 'b'], ['b', 'a']],
  ['objects in another order', { a: 1, b: { c: [1, 2] } }, { b: { c: [2, 1] }, a: 1 }],
  ['nothing', undefined, undefined],
  ['null', null, null],
])('takes %s for the same', (_what, one, other) => {
  expect(sameValue(one, other)).toBe(true);
});

it.each([
  ['another list', ['a', 'b'], ['a', 'c']],
  ['a longer list', ['a'], ['a', 'a']],
  ['a list and its only member', ['a'], 'a'],
  ['another value', { a: 1 }, { a: 2 }],
  ['another name', { a: 1 }, { b: 1 }],
  ['a name more', { a: 1 }, { a: 1, b: 1 }],
  ['a list and an object', [], {}],
  ['a number and its text', 1, '1'],
  ['null and nothing', null, undefined],
  ['the word and nothing', 'undefined', undefined],
])('takes %s for different', (_what, one, other) => {
  expect(sameValue(one, other)).toBe(false);
});
