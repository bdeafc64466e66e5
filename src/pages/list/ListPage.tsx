import { PluginPage } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { NotRead } from '../../components/notices/NotRead';
import { QueuedNotice } from '../../components/notices/QueuedNotice';
import { testIds } from '../../components/testIds';
import { useNearMissList } from '../../storage/react/useNearMisses';
import { ListActions } from './ListActions';
import { NearMissLists } from './NearMissLists';
import { t } from '../../i18n/t';

/** All near misses that the reader may see. */
export default function ListPage() {
  const answer = useNearMissList();
  const failed = t('list.failed', 'The near misses could not be read, or not all of them');
  return (
    <PluginPage actions={<ListActions />}>
      <div data-testid={testIds.list}>
        <QueuedNotice />
        {answer.state === 'loading' && <LoadingPlaceholder text={t('list.loading', 'Reading near misses…')} />}
        {answer.state === 'failed' && <NotRead title={failed} failure={answer.failure} onRetry={answer.retry} />}
        {answer.state === 'ready' && (
          <>
            {answer.failure && <NotRead title={failed} failure={answer.failure} onRetry={answer.refresh} />}
            <NearMissLists list={answer.list} refreshing={answer.refreshing} />
          </>
        )}
      </div>
    </PluginPage>
  );
}
