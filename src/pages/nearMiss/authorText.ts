import { t } from '@grafana/i18n';
import { unescaped } from '../../components/unescaped';
import type { Authorship } from '../../domain/foldedNearMiss';

/** Whose words these are. A login is believed only while the seal holds. */
export function authorText(author: Authorship): string {
  if (!author.sealed) {
    return t('author.unsealed', 'changed outside Near Miss, Grafana does not say by whom');
  }
  const copier = author.login || t('author.unnamed', 'someone without a login');
  const { writtenBy } = author;
  return writtenBy
    ? t('author.copied', '{{writer}}, copied by {{copier}}', { writer: writtenBy.login, copier, ...unescaped })
    : copier;
}
