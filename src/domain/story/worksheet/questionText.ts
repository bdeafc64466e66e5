import { type Question, QUESTIONS } from '../../record/questions';
import type { Speech } from '../speech';

/** The question as it is asked: the five in the reader's language, an own one in just the words it was configured with. */
export function questionText(question: Question, speech: Speech): string {
  const { key, text } = question;
  return isOneOfFive(question) ? speech.phrase(`question.${key}`, text) : text;
}

/** Why it is asked, in the same language; empty when an own question does not say. */
export function questionWhy(question: Question, speech: Speech): string {
  const { key, why } = question;
  return isOneOfFive(question) ? speech.phrase(`question.${key}-why`, why) : why;
}

// By identity: a key of somebody's own could read like that of a translation.
function isOneOfFive(question: Question): boolean {
  return QUESTIONS.includes(question);
}
