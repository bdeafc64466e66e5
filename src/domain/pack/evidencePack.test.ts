import { aNearMiss } from '../../testing/builders/builders';
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

it('leaves examples out, unless there is nothing else', () => {
  const example = at(110, { example: true });
  expect(evidencePackOf([example, at(120)], SCOPE)).toMatchObject({ nearMisses: [{ id: '120' }], examplesOnly: false });
  expect(evidencePackOf([example], SCOPE)).toMatchObject({ nearMisses: [{ id: '110' }], examplesOnly: true });
  expect(evidencePackOf([], SCOPE)).toEqual({ nearMisses: [], examplesOnly: false });
});
