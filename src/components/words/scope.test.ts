import fc from 'fast-check';
import { scopeOf, scopeSearch } from './scope';

const periods = fc.constantFrom('2026-Q4', '90d', '2026-10-01..2026-11-05', '');
const teams = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }));

it('comes out of an address as it went in, any name of a team included', () => {
  fc.assert(
    fc.property(fc.record({ period: periods, teams }, { requiredKeys: ['teams'] }), (scope) => {
      expect(scopeOf(new URLSearchParams(scopeSearch(scope)))).toEqual(scope);
    })
  );
});

it('is readable in an address, and nothing where nobody said anything', () => {
  expect(scopeSearch({ period: '2026-Q4', teams: ['payments'] })).toBe('?team=payments&period=2026-Q4');
  expect(scopeSearch({ teams: [] })).toBe('');
});

it('tells all time, which was chosen, from a period that nobody said', () => {
  expect(scopeOf(new URLSearchParams(scopeSearch({ period: '', teams: [] }))).period).toBe('');
  expect(scopeOf(new URLSearchParams('orgId=1'))).toEqual({ teams: [] });
});

it('leaves out what means nothing', () => {
  expect(scopeOf(new URLSearchParams('period=soon&team=&team=web&team=web'))).toEqual({ teams: ['web'] });
});
