import { aChange, anAnnotation, anEntry, aNearMiss, aRecord } from '../../testing/builders';
import { nearMissesIn } from './nearMissesIn';
import type { WholeNearMiss } from '../fold/storedPart';

const ORGANIZATION = { kind: 'organization' } as const;
const JOURNAL = { kind: 'journal', dashboardUid: 'j' } as const;

interface Kept {
  record: string;
  changes?: readonly string[];
  entries?: readonly string[];
  team?: string;
}

/** One near miss, its parts kept on the named dashboards. */
function whole(id: string, { record, changes = [], entries = [], team = 'payments' }: Kept): WholeNearMiss {
  const on = (dashboardUid: string) => anAnnotation({ dashboardUid });
  return {
    nearMiss: aNearMiss({ id, team }),
    record: { what: 'record', record: aRecord({ id, team }), annotation: on(record), unreadParts: [] },
    changes: changes.map((uid) => ({ what: 'change', change: aChange(), annotation: on(uid), unreadParts: [] })),
    entries: entries.map((uid) => ({ what: 'entry', entry: anEntry(), annotation: on(uid) })),
  };
}

const idsIn = (all: readonly WholeNearMiss[], place: typeof ORGANIZATION | typeof JOURNAL, team = '') => {
  const found = nearMissesIn(all, place, team);
  const ids = (some: readonly WholeNearMiss[]) => some.map(({ nearMiss }) => nearMiss.id);
  return { whole: ids(found.whole), leftovers: ids(found.leftovers) };
};

it('keeps a near miss where its record is, wherever the rest of it is', () => {
  const all = [whole('a', { record: 'j', changes: [''], entries: ['k'] }), whole('b', { record: 'j' })];
  expect(idsIn(all, JOURNAL)).toEqual({ whole: ['a', 'b'], leftovers: [] });
});

it('calls what was added elsewhere a leftover there', () => {
  const all = [whole('a', { record: 'j', changes: [''] }), whole('b', { record: 'j', entries: ['j', ''] })];
  expect(idsIn(all, ORGANIZATION)).toEqual({ whole: [], leftovers: ['a', 'b'] });
});

it('tells of nothing that has no part in the place', () => {
  const all = [whole('a', { record: 'k', changes: ['k'], entries: [''] }), whole('b', { record: '' })];
  expect(idsIn(all, JOURNAL)).toEqual({ whole: [], leftovers: [] });
});

describe('narrowed to a team', () => {
  const all = [
    whole('a', { record: 'j', team: ' Payments ' }),
    whole('b', { record: 'j', team: 'search' }),
    whole('c', { record: '', entries: ['j'], team: 'PAYMENTS' }),
    whole('d', { record: '', entries: ['j'], team: '' }),
  ];

  it('has the near misses of that team alone, however either name was typed', () => {
    expect(idsIn(all, JOURNAL, '  payMents')).toEqual({ whole: ['a'], leftovers: ['c'] });
    expect(idsIn(all, JOURNAL, 'pay')).toEqual({ whole: [], leftovers: [] });
  });

  it.each(['', '  '])('has all when %j is the team', (team) => {
    expect(idsIn(all, JOURNAL, team)).toEqual({ whole: ['a', 'b'], leftovers: ['c', 'd'] });
  });
});
