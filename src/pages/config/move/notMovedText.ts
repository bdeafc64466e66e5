import { t } from '@grafana/i18n';
import { failureText } from '../../../components/words/failureText';
import type { NotMoved } from '../../../storage/transfer/moveNearMisses';

/** Why a near miss stayed where it was, and what to do about it. */
export function notMovedText(notMoved: NotMoved): string {
  switch (notMoved.why) {
    case 'unreadable':
      return t(
        'move.unreadable',
        'Something on it cannot be read, and would be lost. Grafana’s list of annotations shows it by its tag nm:{{id}}.',
        { id: notMoved.id }
      );
    case 'newer-version':
      return t('move.newer', 'A newer version of Near Miss wrote it. Update the app first.');
    case 'too-large':
      return t('move.too-large', 'With the note who wrote it first, it would be too large for an annotation.');
    case 'differs':
      return t('move.differs', 'The other place holds something of it with other words. Nothing was deleted.');
    case 'without-record':
      return t('move.without-record', 'Somebody deleted it in the meantime.');
    case 'unsettled':
      return t(
        'move.unsettled',
        'Grafana does not show what was written, or somebody else moves it too. Continue in a minute.'
      );
    case 'refused':
      return failureText(notMoved.failure);
  }
}
