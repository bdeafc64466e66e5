import { anAnnotation, aNearMiss, aRecord } from '../../testing/builders';
import { filterForExport } from './filterForExport';
import type { WholeNearMiss } from '../fold/storedPart';

const ALL = { kinds: [], teams: [], from: null, to: null };

function actedAt(moment: number): WholeNearMiss {
  const record = { what: 'record', record: aRecord(), annotation: anAnnotation(), unreadParts: [] } as const;
  return { nearMiss: aNearMiss({ actedAt: moment }), record, changes: [], entries: [] };
}

const moments = (filter: object) =>
  filterForExport([actedAt(-5), actedAt(5)], { ...ALL, ...filter }).map(({ nearMiss }) => nearMiss.actedAt);

it('takes all times, also those before 1970, unless a time is asked for', () => {
  expect(moments({})).toEqual([-5, 5]);
  expect(moments({ from: 0 })).toEqual([5]);
  expect(moments({ to: 0 })).toEqual([-5]);
});
