import fc from 'fast-check';
import { periodOf } from '../../components/words/period';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';
import { criteriaOf, narrowing, narrows, withCriterion, withoutFilter } from './listAddress';

const NOW = Date.parse('2026-11-28T16:00:00Z');
const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }));

it('reads back whatever was chosen, names with commas and ampersands included', () => {
  const chosen = fc.record({
    kinds: fc.subarray([...KINDS]),
    statuses: fc.subarray([...STATUSES]),
    savedBy: fc.subarray([...SAVED_BY]),
    teams: names,
    services: names,
    text: fc.string(),
  });
  const keys = fc.constantFrom('', '2026-Q4', '90d', '2026-10-01..2026-11-05');
  fc.assert(
    fc.property(chosen, keys, (filter, key) => {
      let address = new URLSearchParams('orgId=1');
      address = withCriterion(address, 'kind', filter.kinds);
      address = withCriterion(address, 'status', filter.statuses);
      address = withCriterion(address, 'saved', filter.savedBy);
      address = withCriterion(address, 'team', filter.teams);
      address = withCriterion(address, 'service', filter.services);
      address = withCriterion(address, 'q', [filter.text]);
      address = withCriterion(address, 'period', [key]);
      const again = new URLSearchParams(address.toString());
      const period = periodOf(key, NOW);
      expect(criteriaOf(again, NOW)).toEqual({
        filter: { ...filter, from: period?.from, to: period?.to },
        period,
        sort: 'newest',
      });
      expect(again.get('orgId')).toBe('1');
      expect(narrows(criteriaOf(withoutFilter(again), NOW))).toBe(false);
    })
  );
});

it('leaves out what means nothing', () => {
  const address = new URLSearchParams('kind=incident&kind=trend&sort=severity&period=soon&team=&service=');
  const criteria = criteriaOf(address, NOW);
  expect(criteria).toMatchObject({
    filter: { kinds: ['trend'], from: -Infinity, to: Infinity, teams: [], services: [] },
    sort: 'newest',
  });
  expect(narrowing(criteria)).toBe(1);
});

it('counts what narrows, several of one part as one, and not what is searched for', () => {
  const criteria = criteriaOf(new URLSearchParams('kind=change&kind=trend&period=90d&q=disk&sort=title'), NOW);
  expect(narrowing(criteria)).toBe(2);
  expect(narrows(criteriaOf(new URLSearchParams('q=disk'), NOW))).toBe(true);
  expect(narrows(criteriaOf(new URLSearchParams('q=%20'), NOW))).toBe(false);
});
