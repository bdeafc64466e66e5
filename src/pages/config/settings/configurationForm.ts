import type { Question } from '../../../domain/record/questions';
import type { AppSettings, Team } from '../../../domain/record/settings';

export interface TeamRow extends Team {
  row: number;
}

export interface QuestionRow extends Question {
  row: number;
  /** Answers name the key, so it is fixed once it was saved. */
  saved: boolean;
  /** True while the key still follows the text. */
  keyFollows: boolean;
}

/** What the form holds; `row` is what React and the actions tell rows apart by. */
export interface FormState {
  teams: readonly TeamRow[];
  questions: readonly QuestionRow[];
  nextRow: number;
}

export type FormAction =
  | { do: 'addTeam' }
  | { do: 'renameTeam'; row: number; name: string }
  | { do: 'removeTeam'; row: number }
  | { do: 'addQuestion' }
  | { do: 'editQuestion'; row: number; part: Partial<Question> }
  | { do: 'removeQuestion'; row: number }
  | { do: 'startFrom'; state: FormState };

/** `stored`: what answers may already name; without it, all of the settings. */
export function formOf({ teams, extraQuestions }: AppSettings, stored?: AppSettings): FormState {
  const isSaved = ({ key }: Question) => stored?.extraQuestions.some((other) => other.key === key) ?? true;
  return {
    teams: teams.map((team, row) => ({ ...team, row })),
    questions: extraQuestions.map((question, index) => ({
      ...question,
      row: teams.length + index,
      saved: isSaved(question),
      keyFollows: false,
    })),
    nextRow: teams.length + extraQuestions.length,
  };
}

/** What the form says, over the settings it does not show for editing. */
export function settingsOf({ teams, questions }: FormState, before: AppSettings): AppSettings {
  return {
    ...before,
    teams: teams.map(({ name, journalUid }) => ({ name: name.trim(), journalUid })),
    extraQuestions: questions.map(({ key, text, why }) => ({ key: key.trim(), text: text.trim(), why: why.trim() })),
  };
}

export function reduceForm(state: FormState, action: FormAction): FormState {
  const { teams, questions, nextRow } = state;
  switch (action.do) {
    case 'addTeam':
      return { ...state, teams: [...teams, { name: '', journalUid: '', row: nextRow }], nextRow: nextRow + 1 };
    case 'renameTeam':
      return {
        ...state,
        teams: teams.map((team) => (team.row === action.row ? { ...team, name: action.name } : team)),
      };
    case 'removeTeam':
      return { ...state, teams: teams.filter(({ row }) => row !== action.row) };
    case 'addQuestion': {
      const added = { key: '', text: '', why: '', row: nextRow, saved: false, keyFollows: true };
      return { ...state, questions: [...questions, added], nextRow: nextRow + 1 };
    }
    case 'editQuestion':
      return {
        ...state,
        questions: questions.map((question) =>
          question.row === action.row ? edited(question, action.part) : question
        ),
      };
    case 'removeQuestion':
      return { ...state, questions: questions.filter(({ row }) => row !== action.row) };
    case 'startFrom':
      return action.state;
  }
}

/** The form after journals were changed on the server: what was typed stays, and each team has its journal. */
export function withJournals(state: FormState, stored: AppSettings, before: AppSettings): FormState {
  const nameOf = ({ name }: Team) => name.trim().toLowerCase();
  const typed = state.teams.map((team) => ({
    ...team,
    journalUid: stored.teams.find((other) => nameOf(other) === nameOf(team))?.journalUid ?? team.journalUid,
  }));
  const added = stored.teams.filter(
    (team) => ![...typed, ...before.teams].some((other) => nameOf(other) === nameOf(team))
  );
  return {
    ...state,
    teams: [...typed, ...added.map((team, index) => ({ ...team, row: state.nextRow + index }))],
    nextRow: state.nextRow + added.length,
  };
}

function edited(question: QuestionRow, part: Partial<Question>): QuestionRow {
  const next = { ...question, ...part };
  if (part.key !== undefined) {
    return { ...next, keyFollows: false };
  }
  return next.keyFollows ? { ...next, key: keyFrom(next.text) } : next;
}

/** The first words of the question, as a key; letters of any script. */
function keyFrom(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 4).join('-').slice(0, 40);
}
