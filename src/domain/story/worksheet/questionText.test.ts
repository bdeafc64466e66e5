import { QUESTIONS } from '../../record/questions';
import { plainSpeech } from '../plainSpeech';
import { questionText, questionWhy } from './questionText';

/** A language in which every phrase is its key. */
const speech = { ...plainSpeech, phrase: (key: string) => `[${key}]` };

it('translates the five and why they are asked', () => {
  expect(QUESTIONS.map((question) => questionText(question, speech))).toEqual(
    ['q1', 'q2', 'q3', 'q4', 'q5'].map((key) => `[question.${key}]`)
  );
  expect(QUESTIONS.map((question) => questionWhy(question, speech))).toContain('[question.q3-why]');
});

it.each([
  ['q1-why', 'Why at all?', 'So.'],
  ['q1', 'Not the first of ours?', ''],
  ['cost', 'What is {{value}} in $t(action.cancel)?', '{{why}}'],
])('shows an own question with the key %s in just its own words', (key, text, why) => {
  const question = { key, text, why };
  expect([questionText(question, speech), questionWhy(question, speech)]).toEqual([text, why]);
});
