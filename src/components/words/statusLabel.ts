import { t } from '@grafana/i18n';
import type { Status } from '../../domain/record/record';

/** What people read for a status. */
export function statusLabel(status: Status): string {
  switch (status) {
    case 'started':
      return t('status.started', 'Started');
    case 'recorded':
      return t('status.recorded', 'Recorded');
    case 'discussed':
      return t('status.discussed', 'Discussed');
    case 'closed':
      return t('status.closed', 'Closed');
    case 'withdrawn':
      return t('status.withdrawn', 'Withdrawn');
  }
}
