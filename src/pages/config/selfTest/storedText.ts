import { failureText } from '../../../components/words/failureText';
import type { Speech } from '../../../domain/story/speech';
import type { StoredFacts, TwinsFacts, OrphanPartsFacts } from '../../../storage/selfTest/checkStored';
import { t } from '../../../i18n/t';

export function storedText(facts: StoredFacts, speech: Speech): string[] {
  if (!facts.read) {
    return [
      t('self-test.unread', 'The near misses could not be read, so what is stored was not looked at.'),
      failureText(facts.failure),
    ];
  }
  const { oldest, unreadable, bytes, ...counts } = facts;
  return [
    t(
      'self-test.counts',
      'Near misses: {{records}}. Changes: {{changes}}. Entries on worksheets: {{entries}}. Markers: {{markers}}. Drafts: {{drafts}}. Size without markers and drafts: {{size}}.',
      { ...counts, size: speech.value(bytes, 'bytes') }
    ),
    ...(oldest === null
      ? []
      : [
          t('self-test.oldest', 'The oldest near miss was stored on {{date}}.', {
            date: speech.dated(oldest),
          }),
        ]),
    ...(unreadable === 0
      ? []
      : [
          t('self-test.unreadable', 'Could not be read: {{count}}. The page “Export and import” says why.', {
            count: unreadable,
          }),
        ]),
  ];
}

export function twinsText({ same, different }: TwinsFacts): string[] {
  if (same + different === 0) {
    return [t('self-test.twins-none', 'Nothing is stored twice.')];
  }
  return [
    ...(same === 0
      ? []
      : [
          t('self-test.twins-same', 'Stored a second time, word for word: {{same}}. Removing those loses nothing.', {
            same,
          }),
        ]),
    ...(different === 0
      ? []
      : [
          t(
            'self-test.twins-different',
            'With the id of an older one, but other words, place or author: {{different}}. The older ones count; these are left alone.',
            { different }
          ),
        ]),
  ];
}

export function orphanPartsText({ changes, entries, mayBeHidden }: OrphanPartsFacts): string[] {
  if (changes + entries === 0) {
    return [t('self-test.orphan-parts-none', 'None.')];
  }
  return [
    t('self-test.orphan-parts-some', 'Changes: {{changes}}. Entries on worksheets: {{entries}}.', { changes, entries }),
    mayBeHidden
      ? t('self-test.orphan-hidden', 'Their near misses may only be hidden from you.')
      : t(
          'self-test.orphan-parts-about',
          'Their near misses are gone, so nobody is shown them and no export holds them. They are somebody’s words and are not deleted here; an import of the near misses brings them back into sight.'
        ),
  ];
}
