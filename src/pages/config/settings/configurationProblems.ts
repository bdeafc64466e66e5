import { QUESTIONS } from '../../../domain/record/questions';
import type { FormState, QuestionRow } from './configurationForm';
import { t } from '../../../i18n/t';

export interface QuestionProblems {
  text?: string;
  key?: string;
}

/** What must be put right before saving, by row. */
export interface FormProblems {
  teams: ReadonlyMap<number, string>;
  questions: ReadonlyMap<number, QuestionProblems>;
}

/** A team's name goes into one tag, and all tags of a near miss share 480 bytes. */
const LONGEST_NAME = 60;
const KEY = /^[\p{L}\p{N}_-]{1,40}$/u;

const folded = (text: string) => text.trim().toLowerCase();

export function configurationProblems({ teams, questions }: FormState): FormProblems {
  const teamProblems = new Map<number, string>();
  teams.forEach(({ row, name }, index) => {
    const problem = teamProblem(
      name,
      teams.slice(0, index).map((team) => folded(team.name))
    );
    if (problem) {
      teamProblems.set(row, problem);
    }
  });
  const questionProblems = new Map<number, QuestionProblems>();
  questions.forEach((question, index) => {
    const problems = problemsOf(question, questions.slice(0, index));
    if (problems.text || problems.key) {
      questionProblems.set(question.row, problems);
    }
  });
  return { teams: teamProblems, questions: questionProblems };
}

function teamProblem(name: string, earlier: readonly string[]): string | undefined {
  if (folded(name) === '') {
    return t('config.team-empty', 'Give the team a name, or remove it.');
  }
  if (new TextEncoder().encode(name.trim()).length > LONGEST_NAME) {
    return t('config.team-long', 'Use a shorter name: it has to fit into a tag.');
  }
  return earlier.includes(folded(name)) ? t('config.team-twice', 'There is a team of this name already.') : undefined;
}

function problemsOf({ text, key }: QuestionRow, earlier: readonly QuestionRow[]): QuestionProblems {
  const taken = [...QUESTIONS, ...earlier].some((other) => other.key === key.trim());
  return {
    text: text.trim() === '' ? t('config.question-empty', 'Write the question, or remove it.') : undefined,
    key: keyProblem(key.trim(), taken),
  };
}

function keyProblem(key: string, taken: boolean): string | undefined {
  if (!KEY.test(key)) {
    return t('config.key-form', 'Use 1 to 40 letters, digits, "-" or "_".');
  }
  return taken ? t('config.key-taken', 'Another question has this key.') : undefined;
}
