import type { ShownEntry } from '../../fold/nearMiss';
import { type Question, wordingOf } from '../../record/questions';

export interface Answer {
  entry: ShownEntry;
  /** The wording under which it was given, where its heading says another; else empty. */
  askedAs: string;
}

interface AskedQuestion {
  question: Question;
  answers: readonly Answer[];
}

export interface RetiredQuestion {
  /** Empty for those answers whose question nobody kept. */
  key: string;
  /** The newest that its answers kept, of at most 300 characters; empty when none of them kept any. */
  wording: string;
  answers: readonly Answer[];
}

interface AnswersByQuestion {
  /** Every question that is asked, in that order. */
  asked: readonly AskedQuestion[];
  /** Only what was answered: by key in the order of first answers, those without wording last. */
  retired: readonly RetiredQuestion[];
}

/** The answers among the entries (oldest first, as folded) under their questions; each is in one place. */
export function answersByQuestion(entries: readonly ShownEntry[], questions: readonly Question[]): AnswersByQuestion {
  const answers = entries.filter(({ type }) => type === 'answer');
  const keys = new Set(questions.map(({ key }) => key));
  return {
    asked: questions.map((question) => ({
      question,
      answers: under(
        question.text,
        answers.filter((entry) => entry.question === question.key)
      ),
    })),
    retired: retiredOf(answers.filter(({ question }) => !keys.has(question))),
  };
}

function retiredOf(answers: readonly ShownEntry[]): RetiredQuestion[] {
  const keys = [...new Set(answers.map(({ question }) => question))];
  const groups = keys.map((key) => {
    const given = answers.filter(({ question }) => question === key);
    return { key, wording: newestWording(given), given };
  });
  const worded = groups.filter(({ wording }) => wording !== '');
  const wordless = answers.filter(({ question }) => !worded.some(({ key }) => key === question));
  return [...worded, ...(wordless.length > 0 ? [{ key: '', wording: '', given: wordless }] : [])].map(
    ({ key, wording, given }) => ({ key, wording, answers: under(wording, given) })
  );
}

/** An edit repeats an older wording, and what was changed outside may say anything: both count only where nothing else does. */
function newestWording(answers: readonly ShownEntry[]): string {
  const worded = answers.filter(({ asked }) => asked !== '');
  const first = worded.findLast(({ edited, author }) => !edited && author.sealed !== false);
  return (first ?? worded.at(-1))?.asked ?? '';
}

function under(heading: string, answers: readonly ShownEntry[]): Answer[] {
  const wording = wordingOf(heading);
  return answers.map((entry) => ({ entry, askedAs: entry.asked === wording ? '' : entry.asked }));
}
