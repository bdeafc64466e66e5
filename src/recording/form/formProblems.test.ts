import { formProblems } from './formProblems';
import { emptyValues } from './formValues';

const START = emptyValues('trend', 1_000);
const FILLED = { ...START, almost: 'x', savedBy: ['luck'] as const };

it('asks for two things, and a blank is no sentence', () => {
  expect(Object.keys(formProblems({ ...START, almost: ' \n' }))).toEqual(['almost', 'savedBy']);
  expect(formProblems(FILLED)).toEqual({});
});

it('asks for sense in the others', () => {
  expect(Object.keys(formProblems({ ...FILLED, noticedAt: 1_001 }))).toEqual(['noticedAt']);
  expect(formProblems({ ...FILLED, noticedAt: 1_000 })).toEqual({});
});

it('names the link that leads nowhere safe', () => {
  const links = 'https://a.example\njavascript:x';
  expect(formProblems({ ...FILLED, links }).links).toContain('“javascript:x”');
});
