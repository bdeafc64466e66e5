import { placed } from './placed';

it('names the dashboard of a journal, and has nothing to say of the organization', () => {
  expect(placed({ kind: 'journal', dashboardUid: 'j' })).toEqual({ dashboardUid: 'j' });
  expect(placed({ kind: 'organization' })).toStrictEqual({});
});
