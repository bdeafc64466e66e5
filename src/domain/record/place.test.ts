import { isIn, placeOf, placed } from './place';

const ORGANIZATION = { kind: 'organization' } as const;
const JOURNAL = { kind: 'journal', dashboardUid: 'j' } as const;
const on = (dashboardUid: string) => ({ annotation: { dashboardUid } });

it('takes an annotation of a dashboard for one of its journal, any other for one of the organization', () => {
  expect(placeOf({ dashboardUid: 'j' })).toEqual(JOURNAL);
  expect(placeOf({ dashboardUid: '' })).toEqual(ORGANIZATION);
});

it('finds in a journal what is on its dashboard alone', () => {
  expect(['j', 'another', ''].map((uid) => isIn(JOURNAL)(on(uid)))).toEqual([true, false, false]);
});

it('finds in the organization what is on no dashboard', () => {
  expect(['', 'j'].map((uid) => isIn(ORGANIZATION)(on(uid)))).toEqual([true, false]);
});

it('names the dashboard of a journal, and has nothing to say of the organization', () => {
  expect(placed({ kind: 'journal', dashboardUid: 'j' })).toEqual({ dashboardUid: 'j' });
  expect(placed({ kind: 'organization' })).toStrictEqual({});
});
