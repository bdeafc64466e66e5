import { aNearMiss } from '../../testing/builders/builders';
import { plainSpeech } from '../story/plainSpeech';
import { packCover } from './packCover';

const NAMED = { period: 'Q4 2026', teams: ['payments', 'shop'], complete: true };
const about = (
  nearMisses: Array<ReturnType<typeof aNearMiss>>,
  isExamples = false,
  named: Partial<typeof NAMED> = {}
) => packCover({ nearMisses, isExamples, leavesOutExamples: false }, { ...NAMED, ...named }, plainSpeech).about;

it('says of whom it is, of when, and how many, in bare numbers', () => {
  const statuses = ['recorded', 'recorded', 'closed'] as const;
  expect(about(statuses.map((status) => aNearMiss({ status })))).toEqual([
    'Q4 2026 · Team payments, Team shop',
    'Near misses: 3 (recorded: 2, discussed: 0, closed: 1)',
  ]);
  expect(about([], false, { teams: [] })[0]).toBe('Q4 2026 · All teams');
  expect(about([], false, { teams: ['Team Rocket'] })[0]).toBe('Q4 2026 · Team Rocket');
});

it('says when it holds only examples, is not complete, or is not for everybody', () => {
  const kept = aNearMiss({ place: { kind: 'journal', dashboardUid: 'j' } });
  expect(about([kept], true, { complete: false }).slice(2)).toEqual([
    expect.stringContaining('more near misses exist'),
    expect.stringContaining('examples'),
    expect.stringContaining('not everybody may read'),
  ]);
});

it('claims nothing that near misses cannot show', () => {
  const { lines } = packCover(
    { nearMisses: [], isExamples: false, leavesOutExamples: false },
    NAMED,
    plainSpeech
  ).cannotSay;
  expect(lines.join(' ')).toMatch(/chose to tell.*projection.*does not show .* fewer incidents.*nothing about people/);
});
