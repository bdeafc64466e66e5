import { failureText } from '../../../components/words/failureText';
import type { Speech } from '../../../domain/story/speech';
import type { OldTimesResult } from '../../../storage/selfTest/checkOldTimes';
import { t } from '../../../i18n/t';

const DAY = 86_400_000;

type How = 'kept' | 'refused' | 'changed' | 'unknown';

const WORDS: Readonly<Record<How, (values: { days: number }) => string>> = {
  kept: (values) =>
    t(
      'self-test.old-times-kept',
      'What happened {{days}} days ago is accepted with its time: late answers, imports and moves keep theirs.',
      values
    ),
  refused: (values) =>
    t(
      'self-test.old-times-refused',
      'What happened {{days}} days ago is refused for its age. Answers and changes to older near misses, imports and moves are stored with the time of now, and keep the true times inside; markers of older stretches cannot be made.',
      values
    ),
  changed: (values) =>
    t(
      'self-test.old-times-changed',
      'What happened {{days}} days ago is accepted, but came back with another time: old near misses would stand in the wrong place.',
      values
    ),
  unknown: (values) =>
    t(
      'self-test.old-times-unknown',
      'Whether what happened {{days}} days ago is accepted could not be found out.',
      values
    ),
};

/** Whether late answers keep their times here, and what is done where they do not; a line that is no text is not shown. */
export function oldTimesText(
  { days, kept, most, failure }: OldTimesResult['facts'],
  speech: Speech
): ReadonlyArray<string | null> {
  const how = kept === false ? (failure ? 'refused' : 'changed') : kept ? 'kept' : 'unknown';
  const age = most === null ? '' : speech.duration(most * DAY);
  return [
    WORDS[how]({ days }),
    age && t('self-test.old-times-most', 'It takes nothing older than {{age}}.', { age }),
    // A refusal for age is what was asked about: there is nothing to correct and try again.
    how === 'refused' ? saidText(failure?.detail ?? '') : failure && failureText(failure),
  ];
}

const saidText = (detail: string) =>
  detail === '' ? null : t('self-test.old-times-said', 'Grafana said: {{detail}}', { detail });
