import { failureText } from '../../../components/words/failureText';
import type { Repaired } from '../../../storage/selfTest/repair';
import type { Repair } from '../../../storage/selfTest/checkResult';
import { t } from '../../../i18n/t';

export function repairLabel({ does }: Repair): string {
  switch (does) {
    case 'remove-twins':
      return t('self-test.remove-twins', 'Remove the twins');
    case 'remove-markers':
      return t('self-test.remove-markers', 'Remove these markers');
    case 'make-markers':
      return t('self-test.make-markers', 'Make the markers again');
  }
}

/** What a repair did, and why it could not do all. */
export function repairedText({ does, done, failed, failure }: Repaired): string {
  const did = doneText(does, done);
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

function doneText(does: Repair['does'], count: number): string {
  switch (does) {
    case 'remove-twins':
      return t('self-test.twins-removed', '', {
        count,
        defaultValue_one: 'Removed {{count}} twin.',
        defaultValue_other: 'Removed {{count}} twins.',
      });
    case 'remove-markers':
      return t('self-test.markers-removed', '', {
        count,
        defaultValue_one: 'Removed {{count}} marker.',
        defaultValue_other: 'Removed {{count}} markers.',
      });
    case 'make-markers':
      return t('self-test.markers-made', '', {
        count,
        defaultValue_one: 'Made {{count}} marker.',
        defaultValue_other: 'Made {{count}} markers.',
      });
  }
}
