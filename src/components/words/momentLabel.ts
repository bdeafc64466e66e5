import type { oddMomentsOf } from '../../domain/record/oddMoment';
import { t } from '../../i18n/t';

/** What a moment of a record is the moment of. */
export function momentLabel(of: ReturnType<typeof oddMomentsOf>[number]['of']): string {
  switch (of) {
    case 'noticedAt':
      return t('field.noticedAt', 'Noticed at');
    case 'actedAt':
      return t('field.actedAt', 'Acted at');
    case 'stretch':
      return t('moment.stretch', 'End of the stretch');
  }
}
