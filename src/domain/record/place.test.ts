import { isKeptIn, placeOf, dashboardOf } from './place';

const ORGANIZATION = { kind: 'organization' } as const;
const JOURNAL = { kind: 'journal', dashboardUid: 'j' } as const;
const on = (dashboardUid: string) => ({ annotation: { dashboardUid } });

it('takes an annotation of a dashboard for one of its journal, any other for one of the organization', () => {
  expect(placeOf({ dashboardUid: 'j' })).toEqual(JOURNAL);
  expect(placeOf({ dashboardUid: '' })).toEqual(ORGANIZATION);
});

it('finds in a journal what is on its dashboard alone', () => {
  expect(['j', 'another', ''].map((uid) => isKeptIn(JOURNAL)(on(uid)))).toEqual([true, false, false]);
});

it('finds in the organization what is on no dashboard', () => {
  expect(['', 'j'].map((uid) => isKeptIn(ORGANIZATION)(on(uid)))).toEqual([true, false]);
});

it('names the dashboard of a journal, and has nothing to say of the organization', () => {
  expect(dashboardOf({ kind: 'journal', dashboardUid: 'j' })).toEqual({ dashboardUid: 'j' });
  expect(dashboardOf({ kind: 'organization' })).toStrictEqual({});
});
