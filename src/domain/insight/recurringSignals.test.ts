import { A_SOURCE, aChange, anAnnotation, aNearMiss, aRecord } from '../../testing/builders/builders';
import { fold } from '../fold/fold';
import { recurringSignals } from './recurringSignals';

const QUARTERS = [
  { from: 0, to: 100 },
  { from: 100, to: 200 },
];
const on = (panelId: number) => ({ ...A_SOURCE, panelId });
const a = (id: string, actedAt: number, over: Parameters<typeof aNearMiss>[0] = {}) =>
  aNearMiss({ source: null, ...over, id, actedAt, annotationId: actedAt });
const signals = (list: Parameters<typeof recurringSignals>[0], teams: readonly string[] = []) =>
  recurringSignals(list, { periods: QUARTERS, teams }).map(({ nearMisses, counts, byOthers }) => ({
    ids: nearMisses.map(({ id }) => id).join(' '),
    counts,
    byOthers,
  }));

it('takes the same series of the same panel for one signal, quarter by quarter, newest first', () => {
  const other = { source: { ...on(1), series: 'another series' } };
  const list = [
    a('new', 150, { source: on(1) }),
    a('old', 50, { source: on(1) }),
    a('panel', 60, { source: on(2) }),
    a('series', 70, other),
  ];
  expect(signals(list)).toEqual([{ ids: 'new old', counts: [1, 1], byOthers: 0 }]);
});

it.each([
  ['another value', { service: 'cart' }, { service: 'checkout' }, 0],
  ['one value more', { service: ['cart'] }, { service: ['cart', 'mail'] }, 0],
  ['a value of another variable', { service: 'cart' }, { team: 'cart' }, 0],
  ['the same in another order', { team: 'a', service: ['cart', 'mail'] }, { service: ['mail', 'cart'], team: 'a' }, 1],
  ['an empty one', { service: 'cart', team: '' }, { service: ['cart'] }, 1],
])('is told apart by what the variables of the dashboard were: %s', (_, one, other, found) => {
  const of = (variables: typeof A_SOURCE.variables) => ({ source: { ...on(1), variables } });
  expect(signals([a('new', 150, of(one)), a('old', 50, of(other))])).toHaveLength(found);
});

it('takes the series that somebody corrected the graph to', () => {
  const record = (id: string, at: number) => ({
    ...{ what: 'record' as const, record: aRecord({ id, actedAt: at }), unreadParts: [] },
    annotation: anAnnotation({ id: at }),
  });
  const records = [record('aaaaaaaaaaaa', 150), record('bbbbbbbbbbbb', 50)];
  const corrected = (nearMiss: string, id: number) => ({
    ...{ what: 'change' as const, change: aChange({ id: `c${id}`, nearMiss, set: { series: 'refused' } }) },
    ...{ annotation: anAnnotation({ id }), unreadParts: [] },
  });
  const first = corrected('aaaaaaaaaaaa', 300);
  expect(signals(fold(records, []))).toHaveLength(1);
  expect(signals(fold(records, [first]))).toEqual([]);
  expect(signals(fold(records, [first, corrected('bbbbbbbbbbbb', 301)]))).toHaveLength(1);
});

it('follows what people said is the same, also through a third one and one that was seen elsewhere', () => {
  const list = [
    a('c', 150, { sameAs: 'b' }),
    a('b', 120, { sameAs: 'a' }),
    a('a', 20),
    a('d', 30, { sameAs: 'gone' }),
    a('e', 40, { sameAs: 'gone' }),
  ];
  expect(signals(list)).toEqual([
    { ids: 'c b a', counts: [1, 2], byOthers: 0 },
    { ids: 'e d', counts: [2, 0], byOthers: 0 },
  ]);
});

it('is none that came once in these quarters, nor what no graph and nobody holds together', () => {
  expect(
    signals([a('new', 150, { source: on(1) }), a('before', -50, { source: on(1) }), a('x', 10), a('y', 20)])
  ).toEqual([]);
});

it('counts the same of other teams beside the one asked for, and none that is only theirs', () => {
  const ours = [a('ours', 150, { source: on(1), team: 'shop' }), a('theirs', 50, { source: on(1), team: 'payments' })];
  const theirs = [a('t1', 150, { source: on(2), team: 'payments' }), a('t2', 50, { source: on(2), team: 'payments' })];
  expect(signals([...ours, ...theirs], ['shop'])).toEqual([{ ids: 'ours theirs', counts: [1, 1], byOthers: 1 }]);
});

it('comes to an end for near misses that name each other in a circle', () => {
  const list = [a('b', 20, { sameAs: 'a' }), a('a', 10, { sameAs: 'b' })];
  expect(signals(list)).toEqual([{ ids: 'b a', counts: [2, 0], byOthers: 0 }]);
});
