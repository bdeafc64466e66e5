import { t } from '@grafana/i18n';
import type { SavedBy } from '../../domain/record/record';

/** What people read for one of the five things that can save a situation. */
export function savedByLabel(savedBy: SavedBy): string {
  switch (savedBy) {
    case 'person':
      return t('saved-by-label.person', 'Person');
    case 'alert':
      return t('saved-by-label.alert', 'Alert');
    case 'automation':
      return t('saved-by-label.automation', 'Automation');
    case 'review':
      return t('saved-by-label.review', 'Review');
    case 'luck':
      return t('saved-by-label.luck', 'Luck');
  }
}
