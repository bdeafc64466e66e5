import fc from 'fast-check';
import { aNearMiss } from '../../testing/builders/builders';
import { KINDS, SAVED_BY, STATUSES } from '../record/record';
import { COUNTED_STATUSES, filterNearMisses } from './filter';
import { offersOf } from './offersOf';

const ALWAYS = { from: -Infinity, to: Infinity };

it('offers the names that counted near misses have, with how many of the time have each', () => {
  const list = [
    aNearMiss({ team: 'shop', services: ['pay', 'cart', 'cart'], actedAt: 10 }),
    aNearMiss({ team: 'shop', services: ['cart'], actedAt: 20 }),
    aNearMiss({ team: '', services: [], actedAt: 30 }),
    aNearMiss({ team: 'hidden', status: 'started', actedAt: 20 }),
  ];
  const { teams, services, statuses } = offersOf(list, { from: 15, to: 30 });
  expect([...teams]).toEqual([['shop', 1]]);
  expect([...services]).toEqual([
    ['cart', 1],
    ['pay', 0],
  ]);
  expect(statuses.get('started')).toBeNull();
});

it('promises what choosing the name then shows', () => {
  const some = fc.record({
    status: fc.constantFrom(...STATUSES),
    kind: fc.constantFrom(...KINDS),
    team: fc.constantFrom('', 'shop', 'web'),
    services: fc.array(fc.constantFrom('', 'cart', 'pay')),
    savedBy: fc.array(fc.constantFrom(...SAVED_BY)),
    actedAt: fc.integer({ min: 0, max: 9 }),
    example: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(some.map((parts) => aNearMiss(parts))),
      fc.constantFrom(ALWAYS, { from: 3, to: 6 }),
      (list, span) => {
        const { teams, services, kinds, savedBy, statuses } = offersOf(list, span);
        const shown = (filter: Parameters<typeof filterNearMisses>[1]) =>
          filterNearMisses(list, { ...span, ...filter }).length;
        teams.forEach((count, team) => expect(shown({ teams: [team] })).toBe(count));
        services.forEach((count, service) => expect(shown({ services: [service] })).toBe(count));
        KINDS.filter((kind) => kinds.has(kind)).forEach((kind) =>
          expect(shown({ kinds: [kind] })).toBe(kinds.get(kind))
        );
        SAVED_BY.filter((one) => savedBy.has(one)).forEach((one) =>
          expect(shown({ savedBy: [one] })).toBe(savedBy.get(one))
        );
        COUNTED_STATUSES.forEach((one) => expect(shown({ statuses: [one] })).toBe(statuses.get(one) ?? 0));
        expect([...teams.keys(), ...services.keys()]).not.toContain('');
      }
    )
  );
});
