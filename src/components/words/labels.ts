import { t } from '@grafana/i18n';
import type { Kind } from '../../domain/record/record';

/** What people read for a kind of near miss. */
export function kindLabel(kind: Kind): string {
  switch (kind) {
    case 'trend':
      return t('kind.trend', 'Trend');
    case 'change':
      return t('kind.change', 'Change');
    case 'exposure':
      return t('kind.exposure', 'Exposure');
    case 'capacity':
      return t('kind.capacity', 'Capacity');
    case 'dependency':
      return t('kind.dependency', 'Dependency');
    case 'other':
      return t('kind.other', 'Other');
  }
}
