import { useDashboardTitle } from '../../storage/react/useGrafana';
import type { FailureKind } from '../../grafana/outcome';
import { t } from '../../i18n/t';

/**
 * What a dashboard is called in a sentence: its title, or why that cannot be told, never its uid. With a title that is
 * `known` already Grafana is not asked.
 */
export function useDashboardName(uid: string, known = ''): string {
  const answer = useDashboardTitle(known === '' ? uid : '');
  if (known !== '') {
    return known;
  }
  switch (answer.state) {
    case 'ready':
      return answer.value || t('dashboard-name.none', 'a dashboard without a title');
    case 'loading':
      return t('dashboard-name.loading', 'a dashboard');
    case 'failed':
      return failedName(answer.failure.kind);
  }
}

function failedName(kind: FailureKind): string {
  switch (kind) {
    case 'missing':
      return t('dashboard-name.gone', 'a dashboard that was deleted');
    case 'forbidden':
      return t('dashboard-name.hidden', 'a dashboard that you may not see');
    default:
      return t('dashboard-name.unread', 'a dashboard whose title could not be read');
  }
}
