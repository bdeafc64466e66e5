import { formProblems } from './formProblems';
import { emptyValues } from './formValues';

const NOW = Date.UTC(2026, 10, 3, 17);
const START = emptyValues('trend', NOW);
const FILLED = { ...START, almost: 'x', savedBy: ['luck'] as const };

it('asks for two things, and a blank is no sentence', () => {
  expect(Object.keys(formProblems({ ...START, almost: ' \n' }, NOW))).toEqual(['almost', 'savedBy']);
  expect(formProblems(FILLED, NOW)).toEqual({});
});

it('asks for sense in the others', () => {
  expect(Object.keys(formProblems({ ...FILLED, noticedAt: NOW + 1 }, NOW))).toEqual(['noticedAt']);
  expect(formProblems({ ...FILLED, noticedAt: NOW }, NOW)).toEqual({});
});

it('names the link that leads nowhere safe', () => {
  const links = 'https://a.example\njavascript:x';
  expect(formProblems({ ...FILLED, links }, NOW).links).toContain('“javascript:x”');
});

const SECONDS = NOW / 1_000;

it.each([
  ['in seconds', { noticedAt: SECONDS }, ['noticedAt']],
  ['in the future', { actedAt: NOW + 3_600_000 }, ['actedAt']],
])('asks whether a moment %s is right, until somebody says so', (_what, part, asked) => {
  const values = { ...FILLED, ...part };
  expect(Object.keys(formProblems(values, NOW))).toEqual(asked);
  expect(formProblems({ ...values, sure: Object.values(part) }, NOW)).toEqual({});
  expect(Object.keys(formProblems({ ...values, sure: [1] }, NOW))).toEqual(asked);
});
