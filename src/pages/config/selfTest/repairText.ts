import { failureText } from '../../../components/words/failureText';
import type { Repaired } from '../../../storage/selfTest/repair';
import { t } from '../../../i18n/t';

const DONE: Readonly<Record<Repaired['does'], (count: number) => string>> = {
  'remove-twins': (count) =>
    t('self-test.twins-removed', '', {
      count,
      defaultValue_one: 'Removed {{count}} twin.',
      defaultValue_other: 'Removed {{count}} twins.',
    }),
  'remove-markers': (count) =>
    t('self-test.markers-removed', '', {
      count,
      defaultValue_one: 'Removed {{count}} marker.',
      defaultValue_other: 'Removed {{count}} markers.',
    }),
  'make-markers': (count) =>
    t('self-test.markers-made', '', {
      count,
      defaultValue_one: 'Made {{count}} marker.',
      defaultValue_other: 'Made {{count}} markers.',
    }),
};

/** What a repair did, and why it could not do all. */
export function repairText({ does, done, failed, failure }: Repaired): string {
  const did = DONE[does](done);
  if (!failure) {
    return did;
  }
  return `${did} ${t('self-test.repair-failed', '', {
    count: failed,
    why: failureText(failure),
    defaultValue_one: 'Not for {{count}} near miss: {{why}}',
    defaultValue_other: 'Not for {{count}} near misses: {{why}}',
  })}`;
}
