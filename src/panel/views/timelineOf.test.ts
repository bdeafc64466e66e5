import fc from 'fast-check';
import { aNearMiss } from '../../testing/builders/builders';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { type Lane, timelineOf } from './timelineOf';

const RANGE = { from: 0, to: 1000 };
const at = (actedAt: number, service = 'cart', team = '') =>
  aNearMiss({ id: `${service}${actedAt}`, actedAt, services: service ? [service] : [], team });

/** The definition read aloud: each lane and each mark looks through all near misses again. */
function timelineSaidPlainly(nearMisses: readonly NearMiss[], places: number): Lane[] {
  const named = (name: string) => nearMisses.filter(({ services }) => (services[0] ?? '') === name);
  const alphabetical = (a: string, b: string) => Number(a === '') - Number(b === '') || a.localeCompare(b);
  const names = [...new Set(nearMisses.map(({ services }) => services[0] ?? ''))].sort(alphabetical);
  const fullest = [...names].sort((a, b) => named(b).length - named(a).length || alphabetical(a, b));
  const others = names.length > 6 ? fullest.slice(5) : [];
  const placeOf = ({ actedAt }: NearMiss) =>
    Math.min(places - 1, Math.max(0, Math.floor((places * (actedAt - RANGE.from)) / (RANGE.to - RANGE.from))));
  const laneOf = (name: string | null, some: readonly NearMiss[]): Lane => ({
    name,
    marks: Array.from({ length: places }, (_, place) => some.filter((nearMiss) => placeOf(nearMiss) === place))
      .map((there, place) => ({ key: JSON.stringify([name, place]), at: (place + 0.5) / places, nearMisses: there }))
      .filter(({ nearMisses: there }) => there.length > 0),
  });
  const lanes = names.filter((name) => !others.includes(name)).map((name) => laneOf(name, named(name)));
  const rest = nearMisses.filter(({ services }) => others.includes(services[0] ?? ''));
  return rest.length > 0 ? [...lanes, laneOf(null, rest)] : lanes;
}

describe('the timeline', () => {
  it('has a lane for each service by name, whatever is on it, and one for those that name none', () => {
    const lanes = timelineOf([at(1, ''), at(2, 'shop'), at(3, 'shop'), at(4, 'cart')], RANGE, 10, 'service', []);
    expect(lanes.map(({ name }) => name)).toEqual(['cart', 'shop', '']);
  });

  it('has lanes of teams where the panel groups by team', () => {
    const lanes = timelineOf([at(1, 'cart', 'shop'), at(2, 'cart', 'payments')], RANGE, 10, 'team', []);
    expect(lanes.map(({ name }) => name)).toEqual(['payments', 'shop']);
  });

  it('keeps what lies too close together as one mark', () => {
    const [lane] = timelineOf([at(510), at(520), at(900)], RANGE, 10, 'service', []);
    expect(lane?.marks.map(({ at, nearMisses }) => [at, nearMisses.length])).toEqual([
      [0.55, 2],
      [0.95, 1],
    ]);
  });

  it('gives the others as they were given, the newest first, whatever they are called', () => {
    const nearMisses = [8, 7, 6, 5, 4, 3, 2, 1].map((when) => at(when, `z${9 - when}`)).reverse();
    const newestFirst = [...nearMisses].reverse();
    const others = timelineOf(newestFirst, RANGE, 1, 'service', []).find(({ name }) => name === null);
    expect(others?.marks.map(({ nearMisses: some }) => some.map(({ actedAt }) => actedAt))).toEqual([[3, 2, 1]]);
  });

  it('shows every near miss on one of at most six lanes, within the range, whatever there is', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -500, max: 1500 }), fc.constantFrom(...'abcdefghij')));
    fc.assert(
      fc.property(some, (pairs) => {
        const nearMisses = pairs.map(([actedAt, service]) => at(actedAt, service));
        const lanes = timelineOf(nearMisses, RANGE, 20, 'service', []);
        const marks = lanes.flatMap((lane) => lane.marks);
        expect(lanes.length).toBeLessThanOrEqual(6);
        expect(marks.flatMap((mark) => mark.nearMisses)).toHaveLength(nearMisses.length);
        expect(marks.every((mark) => mark.at > 0 && mark.at < 1)).toBe(true);
      })
    );
  });

  it('is what its definition says, for any near misses', () => {
    const any = fc.tuple(
      fc.integer({ min: -500, max: 1500 }),
      fc.constantFrom('', ...'abcdefgh'),
      fc.constantFrom('', 'a', 'shop')
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (some, places) => {
        const nearMisses = some.map(([actedAt, service, team]) => at(actedAt, service, team));
        expect(timelineOf(nearMisses, RANGE, places, 'service', [])).toEqual(timelineSaidPlainly(nearMisses, places));
      })
    );
  });
});
