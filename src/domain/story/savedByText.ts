import type { SavedBy } from '../record/record';
import { SAVED_BY } from '../record/record';
import type { Speech } from './speech';

const WORDS: Readonly<Record<SavedBy, (speech: Speech) => string>> = {
  person: (speech) => speech.phrase('saved-by.person', 'a person'),
  alert: (speech) => speech.phrase('saved-by.alert', 'an alert'),
  automation: (speech) => speech.phrase('saved-by.automation', 'automation'),
  review: (speech) => speech.phrase('saved-by.review', 'a review'),
  luck: (speech) => speech.phrase('saved-by.luck', 'luck'),
};

/** What saved it in words, in a fixed order, such as "a person, luck"; empty when nothing was chosen. */
export function savedByText(savedBy: readonly SavedBy[], speech: Speech): string {
  return SAVED_BY.filter((one) => savedBy.includes(one))
    .map((one) => WORDS[one](speech))
    .join(', ');
}
