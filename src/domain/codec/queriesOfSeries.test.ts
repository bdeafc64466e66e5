import { queriesOfSeries } from './queriesOfSeries';

const A = { refId: 'A', expr: 'B + C' };
const B = { refId: 'B', expr: 'up' };
const SUM = { refId: 'sum', datasource: { uid: '__expr__' }, type: 'math', expression: '$A + ${B} / $rate.b' };
const LAST = { refId: 'last', datasource: { type: '__expr__' }, type: 'reduce', expression: 'sum' };
const ALERT = { refId: 'alert', datasource: '-100', conditions: [{ query: { params: ['A'] } }] };
const DOTTED = { refId: 'rate.b', expr: 'rate' };
const ALL = [A, B, SUM, LAST, ALERT, DOTTED];

it.each([
  ['a query alone, whatever its text looks like', 'A', [[A]]],
  ['a calculation with what it names, then alone', 'sum', [[A, B, SUM, DOTTED], [SUM]]],
  ['a reduction with what its calculation names, then alone', 'last', [[A, B, SUM, LAST, DOTTED], [LAST]]],
  ['conditions with what they name, then alone', 'alert', [[A, ALERT], [ALERT]]],
  ['nothing where none is called that', 'Z', []],
  ['nothing where nobody knows', '', []],
])('gives %s', (_what, refId, expected) => {
  expect(queriesOfSeries(ALL, refId)).toEqual(expected);
});

it('ends where expressions name each other, and passes over what is no query', () => {
  const one = { refId: 'one', datasource: { uid: '__expr__' }, expression: '$two' };
  const two = { refId: 'two', datasource: { uid: '__expr__' }, expression: '$one' };
  expect(queriesOfSeries([null, 'one', one, two, {}], 'two')).toEqual([[one, two], [two]]);
});
