import { locationUtil } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { NotRead } from '../../components/notices/NotRead';
import { PrintStyle } from '../../components/PrintStyle';
import { testIds } from '../../components/testIds';
import { routes } from '../../routes';
import { useNearMissList } from '../../storage/react/useNearMisses';
import { Pack } from './Pack';
import { t } from '../../i18n/t';

/** The would-have-been incidents of a period and a team, for paper and for a planning meeting. */
export default function PackPage() {
  const answer = useNearMissList();
  const failed = t('list.failed', 'The near misses could not be read, or not all of them');
  const parentItem = { text: t('near-miss.all', 'Near misses'), url: locationUtil.assureBaseUrl(routes.list) };
  return (
    <PluginPage pageNav={{ text: t('pack.title', 'Evidence pack'), parentItem }}>
      <div data-testid={testIds.pack}>
        <PrintStyle of={testIds.pack} />
        {answer.state === 'loading' && <LoadingPlaceholder text={t('list.loading', 'Reading near misses…')} />}
        {answer.state === 'failed' && <NotRead title={failed} failure={answer.failure} onRetry={answer.retry} />}
        {answer.state === 'ready' && (
          <>
            {answer.failure && <NotRead title={failed} failure={answer.failure} onRetry={answer.refresh} />}
            <Pack list={answer.list} refreshing={answer.refreshing} />
          </>
        )}
      </div>
    </PluginPage>
  );
}
