import type { Authorship } from '../../../domain/fold/authorship';
import { t } from '../../../i18n/t';

/** Whose words these are. A login is believed only while the seal holds. */
export function authorText({ login, sealed, writtenBy }: Authorship): string {
  if (!sealed) {
    return t('author.unsealed', 'changed outside Near Miss, Grafana does not say by whom');
  }
  const named = (name: string) => name || t('author.unnamed', 'someone without a login');
  return writtenBy
    ? t('author.copied', '{{writer}}, copied by {{copier}}', {
        writer: named(writtenBy.login),
        copier: named(login),
      })
    : named(login);
}
