import fc from 'fast-check';
import { aNearMiss } from '../../testing/builders/builders';
import { insightsOf } from '../insight/insightsOf';
import { evidencePackOf, type PackScope } from './evidencePack';

const SCOPE: PackScope = { from: 100, to: 200, teams: [] };
const at = (actedAt: number, over: Parameters<typeof aNearMiss>[0] = {}) =>
  aNearMiss({ id: String(actedAt), actedAt, ...over });
const ids = (list: Parameters<typeof evidencePackOf>[0], scope: Partial<PackScope> = {}) =>
  evidencePackOf(list, { ...SCOPE, ...scope }).nearMisses.map(({ id }) => id);

it('holds what somebody acted on within the period, oldest first; its end belongs to the next', () => {
  expect(ids([at(200), at(150), at(100), at(99)])).toEqual(['100', '150']);
});

it('takes any of the teams, or all', () => {
  const list = [at(110, { team: 'a' }), at(120, { team: 'b' }), at(130, { team: 'c' })];
  expect(ids(list, { teams: ['a', 'c'] })).toEqual(['110', '130']);
  expect(ids(list)).toHaveLength(3);
});

it('counts neither started nor withdrawn near misses', () => {
  expect(
    ids([at(110, { status: 'started' }), at(120, { status: 'withdrawn' }), at(130, { status: 'closed' })])
  ).toEqual(['130']);
});

it('leaves examples out and says so, unless there is nothing else', () => {
  const example = at(110, { example: true });
  expect(evidencePackOf([example, at(120)], SCOPE)).toMatchObject({
    nearMisses: [{ id: '120' }],
    isExamples: false,
    leavesOutExamples: true,
  });
  expect(evidencePackOf([example], SCOPE)).toMatchObject({
    nearMisses: [{ id: '110' }],
    isExamples: true,
    leavesOutExamples: false,
  });
});

it('does not call examples all there is where something else was recorded at another time or of another team', () => {
  const example = at(110, { example: true, team: 'a' });
  for (const other of [at(200), at(120, { team: 'b' })]) {
    expect(evidencePackOf([example, other], { ...SCOPE, teams: ['a'] })).toEqual({
      nearMisses: [],
      isExamples: false,
      leavesOutExamples: true,
    });
  }
});

it('counts what insights count, for any list and scope', () => {
  const some = fc.record({
    actedAt: fc.integer({ min: 90, max: 210 }),
    example: fc.boolean(),
    team: fc.constantFrom('a', 'b'),
  });
  fc.assert(
    fc.property(fc.array(some), fc.subarray(['a', 'b']), (list, teams) => {
      const all = list.map(({ actedAt, ...over }) => at(actedAt, over));
      const insights = insightsOf(all, { teams, now: SCOPE, before: null, quarters: [] });
      expect(new Set(evidencePackOf(all, { ...SCOPE, teams }).nearMisses)).toEqual(new Set(insights.nearMisses));
    })
  );
});
