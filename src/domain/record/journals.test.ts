import type { Place } from './place';
import { journalsOf, defaultPlace } from './journals';
import { readSettings } from './settings';

const settings = readSettings({
  teams: [
    { name: 'Payments', journalUid: 'j-pay' },
    { name: 'search', journalUid: '' },
    { name: 'ops', journalUid: 'j-ops' },
  ],
  journals: [
    { folderUid: 'all', dashboardUid: 'j-all', title: 'Everything' },
    { folderUid: 'ops', dashboardUid: 'j-ops', title: 'Ops journal' },
    { folderUid: 'ops-too', dashboardUid: 'j-ops', title: 'Ops journal' },
  ],
});
const nowhere = { folders: [], team: '', kind: 'trend' } as const;
const journal = (dashboardUid: string) => ({ kind: 'journal', dashboardUid });

describe('a near miss goes', () => {
  it('to the journal of the nearest mapped folder', () => {
    expect(defaultPlace(settings, { ...nowhere, folders: ['deep', 'ops', 'all'] })).toEqual(journal('j-ops'));
    expect(defaultPlace(settings, { ...nowhere, folders: ['deep', 'all'] })).toEqual(journal('j-all'));
  });

  it('to the journal of its team when no folder is mapped, however the name is typed', () => {
    expect(defaultPlace(settings, { ...nowhere, folders: ['deep'], team: ' payments ' })).toEqual(journal('j-pay'));
    expect(defaultPlace(settings, { ...nowhere, folders: ['all'], team: 'payments' })).toEqual(journal('j-all'));
  });

  it('nowhere unasked while the folders are not known and one of them may have a journal', () => {
    expect(defaultPlace(settings, { ...nowhere, folders: null })).toBeNull();
    expect(defaultPlace(readSettings(null), { ...nowhere, folders: null })).toEqual({ kind: 'organization' });
  });

  it('to the organization otherwise, but never an exposure without asking', () => {
    expect(defaultPlace(settings, { ...nowhere, team: 'search' })).toEqual({ kind: 'organization' });
    expect(defaultPlace(settings, { ...nowhere, kind: 'exposure' })).toBeNull();
    expect(defaultPlace(settings, { ...nowhere, kind: 'exposure', team: 'ops' })).toEqual(journal('j-ops'));
  });

  it('to the first of these that is not refused, and is asked for where all that it belongs into are', () => {
    const refusing =
      (...uids: string[]) =>
      (place: Place) =>
        uids.includes(place.kind === 'journal' ? place.dashboardUid : 'organization');
    const inOps = { ...nowhere, folders: ['ops', 'all'], team: 'payments' };
    expect(defaultPlace(settings, inOps, refusing('j-ops'))).toEqual(journal('j-all'));
    expect(defaultPlace(settings, inOps, refusing('j-ops', 'j-all'))).toEqual(journal('j-pay'));
    expect(defaultPlace(settings, inOps, refusing('j-ops', 'j-all', 'j-pay'))).toBeNull();
    expect(defaultPlace(settings, nowhere, refusing('organization', 'j-all'))).toEqual(journal('j-ops'));
    expect(defaultPlace(settings, nowhere, () => true)).toEqual({ kind: 'organization' });
    expect(defaultPlace(settings, { ...nowhere, kind: 'exposure' }, refusing('organization'))).toBeNull();
  });
});

it('names each journal once, also one that only a team has', () => {
  expect(journalsOf(settings)).toEqual([
    { dashboardUid: 'j-all', title: 'Everything' },
    { dashboardUid: 'j-ops', title: 'Ops journal' },
    { dashboardUid: 'j-pay', title: 'Payments' },
  ]);
});
