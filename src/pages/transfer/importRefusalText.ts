import type { PlannedItem } from '../../domain/transfer/planImport';
import { t } from '../../i18n/t';

/** What is to be known of an item: why it is not imported, or that it goes by another id here. */
export function importRefusalText({ what, id, under, reason, detail }: PlannedItem): string {
  const words = reason === null && under !== '' ? underAnotherId(under) : wordsFor(reason, detail);
  if (what === 'record') {
    return words;
  }
  const name = [partName(what), id].filter(Boolean).join(' ');
  return t('refusal.of-part', '{{name}}: {{words}}', { name, words });
}

function underAnotherId(under: string): string {
  return t('refusal.under', 'Here under another id ({{under}}): somebody else’s words stand under this one.', {
    under,
  });
}

function partName(what: 'change' | 'entry'): string {
  return what === 'change' ? t('refusal.change', 'Change') : t('refusal.entry', 'Entry');
}

function wordsFor(reason: PlannedItem['reason'], detail: string): string {
  switch (reason) {
    case 'unreadable':
      return t('refusal.unreadable', 'It cannot be read. {{detail}}', { detail });
    case 'of-another':
      return t('refusal.of-another', 'It belongs to another near miss.');
    case 'twice-in-file':
      return t('refusal.twice', 'The file holds it twice; the first one counts.');
    case 'newer-version':
      return t('refusal.newer', 'A newer version of Near Miss wrote it. Update the app here first.');
    case 'too-large':
      return t(
        'refusal.too-large',
        'It is too large for an annotation. Write it again in shorter parts where the file comes from, let an Admin delete the long annotation there, then export again.'
      );
    case 'without-record':
      return t('refusal.without-record', 'Its near miss is refused.');
    case null:
      return '';
  }
}
