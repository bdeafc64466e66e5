import fc from 'fast-check';
import { typedText } from '../../../testing/builders/arbitraries';
import { anAuthor, aShownEntry } from '../../../testing/builders/builders';
import { wordingOf } from '../../record/questions';
import { ENTRY_TYPES } from '../../record/record';
import { answersByQuestion } from './answersByQuestion';

const COST = { key: 'cost', text: 'What did it cost?', why: '' };
const SHIFT = { key: 'shift', text: 'Was a hand-over part of it?', why: '' };

const answer = (text: string, over: Parameters<typeof aShownEntry>[0] = {}) =>
  aShownEntry({ id: text, text, question: 'cost', ...over });

/** Heading and answers of each retired question, as they are read. */
const retired = (...entries: Array<ReturnType<typeof answer>>) =>
  answersByQuestion(entries, [SHIFT]).retired.map(({ wording, answers }) => [
    wording,
    ...answers.map(({ entry, askedAs }) => (askedAs ? `${entry.text} (${askedAs})` : entry.text)),
  ]);

it('has every question that is asked, in that order, with its answers or none', () => {
  const { asked } = answersByQuestion([answer('One.'), answer('Thanks.', { type: 'thanks' })], [SHIFT, COST]);
  expect(asked.map(({ question, answers }) => [question, answers.map(({ entry }) => entry.text)])).toEqual([
    [SHIFT, []],
    [COST, ['One.']],
  ]);
});

it('says the wording of an answer only where the question is worded otherwise by now', () => {
  const entries = [answer('Old.', { asked: 'What was the price?' }), answer('New.', { asked: COST.text }), answer('?')];
  const [cost] = answersByQuestion(entries, [COST]).asked;
  expect(cost?.answers.map(({ askedAs }) => askedAs)).toEqual(['What was the price?', '', '']);
});

it('does not take a question for another because only its beginning was kept', () => {
  const long = { ...COST, text: `Why\n${'x'.repeat(10_000)}?` };
  const [cost] = answersByQuestion([answer('One.', { asked: wordingOf(long.text) })], [long]).asked;
  expect(cost?.answers).toMatchObject([{ askedAs: '' }]);
});

it('puts answers to what is no longer asked under the newest wording of each key', () => {
  expect(
    retired(
      answer('One.', { asked: 'What was the price?' }),
      answer('Two.', { question: 'who', asked: 'Who paid?' }),
      answer('Three.', { asked: 'What did it cost?' }),
      answer('Four.')
    )
  ).toEqual([
    ['What did it cost?', 'One. (What was the price?)', 'Three.', 'Four.'],
    ['Who paid?', 'Two.'],
  ]);
});

it('keeps two questions apart that were worded alike', () => {
  expect(retired(answer('One.', { asked: 'Why?' }), answer('Two.', { question: 'why', asked: 'Why?' }))).toEqual([
    ['Why?', 'One.'],
    ['Why?', 'Two.'],
  ]);
});

it.each([
  ['an edit, which repeats an older one', { edited: true }],
  ['what was changed outside', { author: anAuthor({ sealed: false }) }],
])('does not take the wording of %s for the newest where there is another', (_what, over) => {
  const doubtful = answer('Two.', { asked: 'Older?', ...over });
  expect(retired(answer('One.', { asked: 'Newer?' }), doubtful)).toEqual([['Newer?', 'One.', 'Two. (Older?)']]);
  expect(retired(doubtful)).toEqual([['Older?', 'Two.']]);
});

it('has those of which nobody kept the question together and last, oldest first', () => {
  expect(
    retired(
      answer('One.'),
      answer('Two.', { question: 'who' }),
      answer('Three.'),
      answer('Four.', { question: 'x', asked: 'X?' })
    )
  ).toEqual([
    ['X?', 'Four.'],
    ['', 'One.', 'Two.', 'Three.'],
  ]);
});

it('shows each answer once and nothing else, whatever its question is called', () => {
  const someEntry = fc
    .record({
      type: fc.constantFrom(...ENTRY_TYPES),
      question: fc.oneof(typedText, fc.constantFrom('', 'cost', 'shift', 'gone', '__proto__')),
      asked: fc.oneof(typedText.map(wordingOf), fc.constantFrom('', COST.text)),
      edited: fc.boolean(),
    })
    .map((over) => aShownEntry(over));
  fc.assert(
    fc.property(fc.array(someEntry), (some) => {
      const entries = some.map((entry, index) => ({ ...entry, id: `e${index}` }));
      const { asked, retired } = answersByQuestion(entries, [COST, SHIFT]);
      const shown = [...asked, ...retired].flatMap(({ answers }) => answers.map(({ entry }) => entry.id));
      const expected = entries.filter(({ type }) => type === 'answer').map(({ id }) => id);
      expect(shown.sort()).toEqual(expected.sort());
      expect(retired.filter(({ wording }) => wording === '').length).toBeLessThanOrEqual(1);
    })
  );
});
