import { belongingOffers, type SeenOn, sureTeam } from './belongingOffers';
import { readSettings } from './settings';

const settings = readSettings({
  teams: [
    { name: 'Payments', journalUid: 'j-pay' },
    { name: 'Search', journalUid: 'j-both' },
    { name: 'Ops', journalUid: 'j-both' },
  ],
  journals: [
    { folderUid: 'pay', dashboardUid: 'j-pay', title: 'Payments journal' },
    { folderUid: 'both', dashboardUid: 'j-both', title: 'Shared journal' },
    { folderUid: 'all', dashboardUid: 'j-all', title: 'Everything' },
  ],
});
const NOWHERE: SeenOn = { variables: {}, tags: [], folderTitle: '', folders: [] };

it('offers what variables and tags name, each once, and no variable where all are chosen', () => {
  const variables = {
    service: ['cart', 'mail'],
    app_name: ['Cart', 'web'],
    namespace: '$__all',
    interval: '5m',
    team: 'All',
  };
  const tags = ['service:db', 'team=search', 'ops', 'kubernetes', 'env:prod'];
  expect(belongingOffers(settings, { ...NOWHERE, variables, tags })).toEqual({
    teams: ['search', 'ops'],
    services: ['cart', 'mail', 'web', 'db', 'kubernetes'],
  });
});

it('offers one name with a comma as one', () => {
  const offers = belongingOffers(settings, { ...NOWHERE, variables: { team: 'Payments, EU' } });
  expect(offers.teams).toEqual(['Payments, EU']);
});

it('offers the teams of the journal first, the folder last', () => {
  const seenOn = { ...NOWHERE, folders: ['deep', 'both'], folderTitle: 'Shop', variables: { team: 'web' } };
  expect(belongingOffers(settings, seenOn).teams).toEqual(['Search', 'Ops', 'web', 'Shop']);
});

it('is sure of a team alone where the nearest journal is that of one', () => {
  expect(sureTeam(settings, ['deep', 'pay', 'both'])).toBe('Payments');
  expect(sureTeam(settings, ['both'])).toBe('');
  expect(sureTeam(settings, ['all', 'pay'])).toBe('');
  expect(sureTeam(settings, null)).toBe('');
});
