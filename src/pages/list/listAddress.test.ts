import fc from 'fast-check';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';
import { criteriaOf, narrows, withCriterion, withoutFilter } from './listAddress';

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
  fc.assert(
    fc.property(chosen, (filter) => {
      let address = new URLSearchParams('orgId=1');
      address = withCriterion(address, 'kind', filter.kinds);
      address = withCriterion(address, 'status', filter.statuses);
      address = withCriterion(address, 'saved', filter.savedBy);
      address = withCriterion(address, 'team', filter.teams);
      address = withCriterion(address, 'service', filter.services);
      address = withCriterion(address, 'q', [filter.text]);
      const again = new URLSearchParams(address.toString());
      expect(criteriaOf(again)).toEqual({ filter, sort: 'newest' });
      expect(again.get('orgId')).toBe('1');
      expect(narrows(criteriaOf(withoutFilter(again)).filter)).toBe(false);
    })
  );
});

it('leaves out what means nothing', () => {
  expect(criteriaOf(new URLSearchParams('kind=incident&kind=trend&sort=severity'))).toMatchObject({
    filter: { kinds: ['trend'] },
    sort: 'newest',
  });
});
