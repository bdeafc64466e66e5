import { importRefusalText } from './importRefusalText';

it('says of a too large part which one it is and what to do about it', () => {
  const refused = {
    what: 'entry',
    id: 'answer-1',
    verdict: 'refused',
    reason: 'too-large',
    detail: '',
    under: '',
  } as const;
  expect(importRefusalText(refused)).toMatch(/^Entry answer-1: It is too large.*shorter parts.*Admin.*export again/);
});
