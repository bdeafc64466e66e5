import { shorten, visibleText } from '../text/visibleText';

const LONGEST_WORDING = 300;

/** A question of the worksheet; `key` is what entries name, so it never changes. */
export interface Question {
  key: string;
  text: string;
  /** One line on why it is asked. */
  why: string;
}

/** The five questions in the order they are asked; worded in design §1. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'q1',
    text: 'What led somebody to look there, at that moment, in just that way?',
    why: 'The cue is what others can learn to see; it is forgotten first.',
  },
  {
    key: 'q2',
    text: 'Who else on the team might have made the same connection, and what would they need to?',
    why: 'A skill that one person has is gone when that person is on holiday.',
  },
  {
    key: 'q3',
    text: 'Would they have gone another way about it?',
    why: 'Other ways that would have worked, too, are the team’s reserve.',
  },
  {
    key: 'q4',
    text: 'With the same tools, or others?',
    why: 'It shows which graph, alert or access made the difference, and what is missing.',
  },
  {
    key: 'q5',
    text: 'How did it make sense, until then, for the system to be open to this?',
    why: 'About the system and its history. Nobody left anything open.',
  },
];

/** A question's wording as answers keep it: one line of at most 300 characters (code points), the same when applied again. */
export function wordingOf(text: string): string {
  return shorten(visibleText(text), LONGEST_WORDING);
}

/** The five, then a configured team's own; one that repeats a key is left out. */
export function questionsWith(extra: readonly Question[]): readonly Question[] {
  const all = new Map(QUESTIONS.map((question) => [question.key, question]));
  for (const question of extra) {
    if (!all.has(question.key)) {
      all.set(question.key, question);
    }
  }
  return [...all.values()];
}
