import { aNearMiss } from '../../testing/builders/builders';
import { DEFAULT_OPTIONS } from '../NearMissesOptions';
import { groupByOf, groupName, groupNearMisses } from './groupNearMisses';

const SHOP = aNearMiss({ id: 'a', team: 'shop', services: ['cart', 'checkout'], savedBy: ['luck', 'person'] });
const SHOP_TOO = aNearMiss({ id: 'b', team: 'shop', services: [], kind: 'change', savedBy: ['person'] });
const NOBODYS = aNearMiss({ id: 'c', team: '', services: ['cart'], savedBy: ['person', 'luck'] });
const BILLING = aNearMiss({ id: 'd', team: 'billing', services: ['billing'], savedBy: [] });
const ALL = [SHOP, SHOP_TOO, NOBODYS, BILLING];

const said = (by: Parameters<typeof groupNearMisses>[1]) =>
  groupNearMisses(ALL, by, []).map(([key, some]) => [groupName(key, by), some.map(({ id }) => id).join('')]);

it('names groups by name and not by size, those without a name last', () => {
  expect(said('team')).toEqual([
    ['Team billing', 'd'],
    ['Team shop', 'ab'],
    ['No team', 'c'],
  ]);
});

it('has each near miss in one group: of its first service, of its kind, of all that saved it together', () => {
  expect(said('service')).toEqual([
    ['billing', 'd'],
    ['cart', 'ac'],
    ['No service', 'b'],
  ]);
  expect(said('kind')).toEqual([
    ['Change', 'b'],
    ['Trend', 'acd'],
  ]);
  expect(said('savedBy')).toEqual([
    ['Person', 'b'],
    ['Person, Luck', 'ac'],
    ['Not said', 'd'],
  ]);
});

it('has one of several services in the group of the first that is shown, where others are not', () => {
  const keys = (services: string[]) => groupNearMisses([SHOP], 'service', services).map(([key]) => key);
  expect(keys(['checkout'])).toEqual(['checkout']);
  expect(keys(['checkout', 'cart'])).toEqual(['cart']);
});

it('says no second time that a team is one', () => {
  expect(groupName('Team Rocket', 'team')).toBe('Team Rocket');
});

it('does not group by what it does not know', () => {
  expect(groupByOf({ ...DEFAULT_OPTIONS, groupBy: 'kind' }, '')).toBe('kind');
  expect(groupByOf({ ...DEFAULT_OPTIONS, ...JSON.parse('{"groupBy":"author"}') }, 'service')).toBe('service');
});
