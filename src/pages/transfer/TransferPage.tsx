import { css } from '@emotion/css';
import { locationUtil } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LoadingPlaceholder, Stack, useStyles2 } from '@grafana/ui';
import React, { useCallback } from 'react';
import { NotRead } from '../../components/notices/NotRead';
import { testIds } from '../../components/testIds';
import { routes } from '../../routes';
import { useAnswer } from '../../storage/react/useAnswer';
import { useTransfer } from '../../storage/react/useTransfer';
import { ExportSection } from './ExportSection';
import { ImportSection } from './ImportSection';
import { t } from '../../i18n/t';

/** Near misses out of this Grafana and into it: the backup, and the way to another one. */
export default function TransferPage() {
  const styles = useStyles2(getStyles);
  const transfer = useTransfer();
  const load = useCallback((signal: AbortSignal) => transfer.read(signal), [transfer]);
  const answer = useAnswer(load);
  const failed = t('transfer.unread', 'The near misses here could not be read');
  const text = t('transfer.title', 'Export and import');
  const parentItem = { text: t('near-miss.all', 'Near misses'), url: locationUtil.assureBaseUrl(routes.list) };
  return (
    <PluginPage pageNav={{ text, parentItem }}>
      <div className={styles} data-testid={testIds.transfer}>
        {answer.state === 'loading' && <LoadingPlaceholder text={t('transfer.loading', 'Reading near misses…')} />}
        {answer.state === 'failed' && <NotRead title={failed} failure={answer.failure} onRetry={answer.retry} />}
        {answer.state === 'ready' && (
          <Stack direction="column" gap={4}>
            {answer.failure && <NotRead title={failed} failure={answer.failure} onRetry={answer.refresh} />}
            <ExportSection gathered={answer.value} transfer={transfer} />
            <ImportSection transfer={transfer} onWritten={answer.refresh} />
          </Stack>
        )}
      </div>
    </PluginPage>
  );
}

const getStyles = () => css({ overflowWrap: 'anywhere' });
