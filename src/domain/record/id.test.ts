import fc from 'fast-check';
import { isId, nearMissIdOfDraft } from './id';
const moment = fc.integer({ min: 0, max: Date.UTC(2050, 0, 1) });
const number = fc.integer({ min: 1, max: 1_600_000 });

it('is an id of twelve characters, always the same for one draft', () => {
  fc.assert(
    fc.property(moment, fc.maxSafeNat(), (created, annotationId) => {
      const id = nearMissIdOfDraft(created, annotationId);
      expect(isId(id)).toBe(true);
      expect(id).toHaveLength(12);
      expect(nearMissIdOfDraft(created, annotationId)).toBe(id);
    })
  );
});

it('is another one for another draft', () => {
  fc.assert(
    fc.property(moment, number, moment, number, (created, annotationId, otherCreated, otherId) => {
      fc.pre(created !== otherCreated || annotationId !== otherId);
      expect(nearMissIdOfDraft(created, annotationId)).not.toBe(nearMissIdOfDraft(otherCreated, otherId));
    })
  );
});
