import { css } from '@emotion/css';
import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { useParams } from 'react-router-dom';
import { NotRead } from '../../components/notices/NotRead';
import { QueuedNotice } from '../../components/notices/QueuedNotice';
import { testIds } from '../../components/testIds';
import { headline } from '../../domain/record/headline';
import { cutMiddle } from '../../domain/text/cutMiddle';
import { routes } from '../../routes';
import type { Removed } from '../../storage/store/removeNearMiss';
import type { Failure } from '../../grafana/outcome';
import { NearMissStory } from './NearMissStory';
import { useNearMissFile } from '../../storage/react/useNearMisses';
import { t } from '../../i18n/t';

const MOST_IN_BREADCRUMB = 80;

/** One near miss; another id is another page, so that nothing of the first one stays. */
export default function NearMissPage() {
  const { id = '' } = useParams();
  return <OneNearMiss key={id} id={id} />;
}

function OneNearMiss({ id }: { id: string }) {
  const styles = useStyles2(getStyles);
  const answer = useNearMissFile(id);
  const [deleted, setDeleted] = useState<Removed | null>(null);
  const text = answer.state === 'ready' ? headline(answer.file.nearMiss) : t('near-miss.page', 'Near miss');
  const parentItem = { text: t('near-miss.all', 'Near misses'), url: locationUtil.assureBaseUrl(routes.list) };
  return (
    <PluginPage
      // Grafana's breadcrumbs have one line.
      pageNav={{ text: cutMiddle(text, MOST_IN_BREADCRUMB), parentItem }}
      renderTitle={() => <h1 className={styles}>{text}</h1>}
    >
      <div data-testid={testIds.page}>
        <QueuedNotice />
        {deleted ? (
          <Deleted removed={deleted} />
        ) : (
          <>
            {answer.state === 'loading' && (
              <LoadingPlaceholder text={t('near-miss.loading', 'Reading the near miss…')} />
            )}
            {answer.state === 'failed' && <NoNearMiss failure={answer.failure} onRetry={answer.retry} />}
            {answer.state === 'ready' && (
              <>
                {answer.failure && <NoNearMiss failure={answer.failure} onRetry={answer.refresh} />}
                <NearMissStory file={answer.file} refresh={answer.refresh} onDeleted={setDeleted} />
              </>
            )}
          </>
        )}
      </div>
    </PluginPage>
  );
}

function NoNearMiss({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  if (failure.kind === 'missing') {
    return (
      <EmptyState
        variant="not-found"
        role="alert"
        message={t('near-miss.missing', 'This near miss is not there, or you may not see it')}
        button={<ToList />}
      >
        <Trans i18nKey="near-miss.missing-hint">
          It may have been deleted, or it is kept in a team’s journal that you may not view.
        </Trans>
      </EmptyState>
    );
  }
  const title = t('near-miss.failed', 'The near miss could not be read');
  return <NotRead title={title} failure={failure} onRetry={onRetry} />;
}

function Deleted({ removed: { left } }: { removed: Removed }) {
  return (
    <EmptyState
      variant="completed"
      role="status"
      message={t('near-miss.deleted', 'The near miss is deleted for good')}
      button={<ToList />}
    >
      {left > 0 &&
        t('near-miss.left', '', {
          count: left,
          defaultValue_one:
            '{{count}} annotation with its id stays, because it is not part of it: kept in another place, a record of its own, or a marker that you may not delete.',
          defaultValue_other:
            '{{count}} annotations with its id stay, because they are not part of it: kept in another place, records of their own, or markers that you may not delete.',
        })}
    </EmptyState>
  );
}

function ToList() {
  return (
    <LinkButton href={locationUtil.assureBaseUrl(routes.list)}>
      <Trans i18nKey="unknown-page.list">Go to all near misses</Trans>
    </LinkButton>
  );
}

// Grafana's own title does not break an unbroken word and widens the page.
const getStyles = () => css({ margin: 0, overflowWrap: 'anywhere' });
