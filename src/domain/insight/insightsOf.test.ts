import fc from 'fast-check';
import { aQuarterOfNearMisses } from '../../testing/builders/aQuarterOfNearMisses';
import { aNearMiss, AN_OPEN_PROJECTION, A_SOURCE } from '../../testing/builders/builders';
import type { NearMiss } from '../fold/nearMiss';
import { SAVED_BY, STATUSES } from '../record/record';
import { insightsOf, type InsightScope } from './insightsOf';

const DAY = 86_400_000;
const TEAMS = ['payments', 'shop', 'platform', ''];
const SPAN = 400 * DAY;

const nearMisses: fc.Arbitrary<NearMiss[]> = fc
  .array(
    fc.record({
      actedAt: fc.integer({ min: 1, max: SPAN }),
      team: fc.constantFrom(...TEAMS),
      status: fc.constantFrom(...STATUSES),
      savedBy: fc.subarray([...SAVED_BY]),
      outcome: fc.constantFrom('', 'Nothing, because it will not come back', 'See /alerting/grafana/abc/view'),
      cue: fc.constantFrom('', 'The teeth were missing'),
      noticedAt: fc.constant(null),
      panelId: fc.integer({ min: 1, max: 4 }),
      sameAs: fc.constantFrom('', 'id-1', 'id-2', 'elsewhere'),
      ahead: fc.option(fc.integer({ min: 1, max: 40 * DAY })),
      example: fc.boolean(),
    }),
    { maxLength: 30 }
  )
  .map((parts) =>
    parts.map(({ panelId, ahead, actedAt, ...part }, at) => {
      const lo = ahead && actedAt + ahead;
      const projection = {
        ...AN_OPEN_PROJECTION,
        lo,
        crossing: lo,
        hi: ahead && ahead % 3 === 0 ? actedAt + 2 * ahead : null,
      };
      return aNearMiss({
        ...part,
        id: `id-${at}`,
        annotationId: at,
        actedAt,
        projection,
        source: { ...A_SOURCE, panelId },
      });
    })
  );

const scopes: fc.Arbitrary<InsightScope> = fc
  .record({
    teams: fc.subarray(TEAMS.filter(Boolean)),
    at: fc.integer({ min: 1, max: SPAN }),
    length: fc.integer({ min: 1, max: SPAN }),
  })
  .map(({ teams, at, length }) => {
    const quarters = [3, 2, 1, 0].map((back) => ({
      from: at + (1 - back) * length - length,
      to: at + (1 - back) * length,
    }));
    return { teams, now: { from: at, to: at + length }, before: { from: at - length, to: at }, quarters };
  });

const ALL: InsightScope = { teams: [], now: { from: -Infinity, to: Infinity }, before: null, quarters: [] };
const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);

it('adds up: no part is more than the whole, and what is counted is in the scope', () => {
  fc.assert(
    fc.property(nearMisses, scopes, (list, scope) => {
      const { nearMisses: shown, steps, savedBy, watched, margins, recurring } = insightsOf(list, scope);
      const n = shown.length;
      expect(steps.noticed).toBe(n);
      expect(steps.closed).toBeLessThanOrEqual(steps.told);
      expect(Math.max(steps.lookedAt, steps.told, ...Object.values(savedBy), margins.length)).toBeLessThanOrEqual(n);
      expect(sum(Object.values(savedBy))).toBe(sum(shown.map((one) => one.savedBy.length)));
      expect(watched.notKnown + watched.byMachine + watched.namesRule).toBeGreaterThanOrEqual(n);
      expect(watched.notKnown + Math.max(watched.byMachine, watched.namesRule)).toBeLessThanOrEqual(n);
      for (const signal of recurring) {
        expect(sum(signal.counts)).toBe(signal.nearMisses.length);
      }
      expect(shown.every(({ actedAt }) => actedAt >= scope.now.from && actedAt < scope.now.to)).toBe(true);
      expect(shown.every(({ status }) => status !== 'started' && status !== 'withdrawn')).toBe(true);
    })
  );
});

it('counts the same for any order of the list', () => {
  fc.assert(
    fc.property(nearMisses, scopes, fc.infiniteStream(fc.nat()), (list, scope, dice) => {
      const shuffled = list.map((one) => ({ one, at: dice.next().value })).sort((a, b) => a.at - b.at);
      const counts = (ordered: readonly NearMiss[]) => {
        const insights = insightsOf(ordered, scope);
        return { ...insights, nearMisses: insights.nearMisses.map(({ id }) => id).sort() };
      };
      expect(counts(shuffled.map(({ one }) => one))).toEqual(counts(list));
    })
  );
});

it('gives the teams together no more than the whole', () => {
  fc.assert(
    fc.property(nearMisses, (list) => {
      const whole = insightsOf(list, ALL);
      const parts = TEAMS.filter(Boolean).map((team) => insightsOf(list, { ...ALL, teams: [team] }));
      const without = whole.nearMisses.filter(({ team }) => team === '').length;
      expect(sum(parts.map(({ steps }) => steps.noticed)) + without).toBe(whole.steps.noticed);
      expect(sum(parts.map(({ margins }) => margins.length))).toBeLessThanOrEqual(whole.margins.length);
      for (const one of SAVED_BY) {
        expect(sum(parts.map(({ savedBy }) => savedBy[one]))).toBeLessThanOrEqual(whole.savedBy[one]);
      }
    })
  );
});

it('counts examples only where there is nothing else, and says so', () => {
  const example = aNearMiss({ id: 'example', example: true });
  expect(insightsOf([example], ALL)).toMatchObject({ isExamples: true, nearMisses: [{ id: 'example' }] });
  expect(insightsOf([example, aNearMiss()], ALL)).toMatchObject({
    isExamples: false,
    nearMisses: [{ example: false }],
  });
  const kept = aNearMiss({ status: 'started' });
  expect(insightsOf([example, kept], ALL).isExamples).toBe(true);
  expect(insightsOf([], ALL)).toMatchObject({ isExamples: false, nearMisses: [], before: null });
});

it('holds this time against the one before', () => {
  const acted = (actedAt: number, savedBy: NearMiss['savedBy']) => aNearMiss({ id: `at-${actedAt}`, actedAt, savedBy });
  const {
    nearMisses: shown,
    savedBy,
    before,
  } = insightsOf([acted(5, ['luck']), acted(10, ['alert']), acted(20, ['alert'])], {
    ...ALL,
    now: { from: 10, to: 20 },
    before: { from: 0, to: 10 },
  });
  expect(shown.map(({ actedAt }) => actedAt)).toEqual([10]);
  expect(savedBy).toMatchObject({ alert: 1, luck: 0 });
  expect(before).toMatchObject({ count: 1, savedBy: { alert: 0, luck: 1 } });
});

it('counts a long quarter of ten teams', () => {
  const end = 400 * DAY;
  const quarters = [{ from: end - 90 * DAY, to: end }];
  const { steps, savedBy, margins, recurring } = insightsOf(aQuarterOfNearMisses(1000, end), {
    ...ALL,
    teams: ['team-3'],
    quarters,
  });
  expect(steps).toEqual({ noticed: 100, lookedAt: 100, told: 66, closed: 33 });
  expect(savedBy.luck).toBe(51);
  expect(margins.map(({ atLeast }) => atLeast)).toEqual(margins.map(({ atLeast }) => atLeast).sort((a, b) => a - b));
  expect(recurring.every(({ nearMisses }) => nearMisses.some(({ team }) => team === 'team-3'))).toBe(true);
  expect(recurring.length).toBeGreaterThan(20);
});
