import { aChange, aHistoryItem, anAnnotation, aNearMiss, aRecord } from '../../testing/builders/builders';
import { historyOf, statusBefore } from './history';
import type { Change, NearMissFields, Status } from '../record/record';
import type { DecodedChange } from '../codec/decoded';

const RECORD = aRecord({ title: 'Queue', cue: 'A dip' });

function change(
  id: string,
  set: Partial<NearMissFields>,
  base: Change['base'],
  annotation: Partial<ReturnType<typeof anAnnotation>> = {}
): DecodedChange {
  return { what: 'change', change: aChange({ id, set, base }), annotation: anAnnotation(annotation), unreadParts: [] };
}

const before = (...changes: DecodedChange[]) => historyOf(RECORD, changes).map((item) => item.before);

it('tells from which value each field was changed: the record’s own first, then that of the change before', () => {
  const first = change('c1', { title: 'Orders', cue: 'No dip' }, { title: [], cue: [] });
  const second = change('c2', { title: 'Orders piled up' }, { title: ['c1'] });
  expect(before(first, second)).toMatchObject([
    { title: [{ title: 'Queue' }], cue: [{ cue: 'A dip' }] },
    { title: [{ title: 'Orders' }] },
  ]);
});

it('tells of two changes at once that both came from the same value, and of the pick what it was picked from', () => {
  const hers = change('c1', { title: 'Hers' }, { title: [] });
  const his = change('c2', { title: 'His' }, { title: [] });
  const pick = change('c3', { title: 'Hers' }, { title: ['c1', 'c2'] });
  expect(before(hers, his, pick)).toMatchObject([
    { title: [{ title: 'Queue' }] },
    { title: [{ title: 'Queue' }] },
    { title: [{ title: 'Hers' }, { title: 'His' }] },
  ]);
});

it('tells one value where two changes before had set the same', () => {
  const one = change('c1', { savedBy: ['luck', 'alert'] }, { savedBy: [] });
  const same = change('c2', { savedBy: ['alert', 'luck'] }, { savedBy: [] });
  const [, , last] = before(one, same, change('c3', { savedBy: ['person'] }, { savedBy: ['c1', 'c2'] }));
  expect(last?.savedBy).toHaveLength(1);
});

it.each([
  ['that was deleted', 'gone'],
  ['that is the change itself', 'c1'],
])('falls back to the record’s own value for a base %s', (_, base) => {
  expect(before(change('c1', { title: 'Orders' }, { title: [base] }))).toMatchObject([{ title: [{ title: 'Queue' }] }]);
});

it('leaves out a base that another base came after', () => {
  const mine = change('c1', { title: 'Mine' }, { title: [] });
  const hers = change('c2', { title: 'Hers' }, { title: ['c1'] });
  const next = change('c3', { title: 'Next' }, { title: ['c2', 'c1'] });
  expect(before(mine, hers, next)[2]).toEqual({ title: [{ title: 'Hers' }] });
});

it('takes a value that was taken away for a value', () => {
  const away = change('c1', { limit: null }, { limit: [] });
  const again = change('c2', { limit: RECORD.limit }, { limit: ['c1'] });
  expect(before(away, again)[1]?.limit).toMatchObject([{ limit: null }]);
});

it('says who changed it and when, and when that was changed outside', () => {
  const changes = [
    change('c1', { title: 'Orders' }, { title: [] }, { login: 'ben', created: 5 }),
    change('c2', { title: 'Stock' }, { title: ['c1'] }, { login: 'cleo', created: 6, updated: 9 }),
  ];
  expect(historyOf(RECORD, changes).map(({ author }) => author)).toEqual([
    { login: 'ben', at: 5, sealed: true, changedAt: null, writtenBy: null },
    { login: 'cleo', at: 6, sealed: false, changedAt: 9, writtenBy: null },
  ]);
});

const after = (statuses: readonly Status[], over: Parameters<typeof aNearMiss>[0] = {}) =>
  statusBefore(
    aNearMiss({
      status: statuses.at(-1) ?? 'recorded',
      history: statuses.map((status, index) => aHistoryItem({ changeId: `c${index}`, set: { status } })),
      ...over,
    })
  );

it('takes a withdrawal back to the last status that was none', () => {
  expect(after(['discussed', 'closed', 'withdrawn', 'withdrawn'])).toBe('closed');
});

it('reopens as discussed only what ever was', () => {
  expect(after(['closed'])).toBe('recorded');
  expect(after(['discussed', 'closed'])).toBe('discussed');
  expect(after(['discussed', 'recorded', 'closed'])).toBe('recorded');
});

it('takes a discussion back to recorded, also after it was closed and reopened', () => {
  expect(after(['discussed'])).toBe('recorded');
  expect(after(['discussed', 'closed', 'discussed'])).toBe('recorded');
});

it('goes back to recorded without any other status, and to started while words are missing', () => {
  expect(after(['withdrawn'])).toBe('recorded');
  expect(after(['withdrawn'], { almost: '' })).toBe('started');
  expect(after(['withdrawn'], { savedBy: [] })).toBe('started');
});
