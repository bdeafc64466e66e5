import fc from 'fast-check';
import { aNearMiss } from '../../testing/builders';
import { timelineOf } from './timelineOf';

const RANGE = { from: 0, to: 1000 };
const at = (actedAt: number, service = 'cart', team = '') =>
  aNearMiss({ id: `${service}${actedAt}`, actedAt, services: service ? [service] : [], team });

describe('the timeline', () => {
  it('has a lane for each service, the fullest first, and for the team of those that name no service', () => {
    const lanes = timelineOf([at(1, '', 'shop'), at(2, 'cart'), at(3, 'cart')], RANGE, 10);
    expect(lanes.map(({ name }) => name)).toEqual(['cart', 'shop']);
  });

  it('keeps what lies too close together as one mark', () => {
    const [lane] = timelineOf([at(510), at(520), at(900)], RANGE, 10);
    expect(lane?.marks.map(({ at, nearMisses }) => [at, nearMisses.length])).toEqual([
      [0.55, 2],
      [0.95, 1],
    ]);
  });

  it('shows every near miss on one of at most six lanes, within the range, whatever there is', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -500, max: 1500 }), fc.constantFrom(...'abcdefghij')));
    fc.assert(
      fc.property(some, (pairs) => {
        const nearMisses = pairs.map(([actedAt, service]) => at(actedAt, service));
        const lanes = timelineOf(nearMisses, RANGE, 20);
        const marks = lanes.flatMap((lane) => lane.marks);
        expect(lanes.length).toBeLessThanOrEqual(6);
        expect(marks.flatMap((mark) => mark.nearMisses)).toHaveLength(nearMisses.length);
        expect(marks.every((mark) => mark.at > 0 && mark.at < 1)).toBe(true);
      })
    );
  });
});
