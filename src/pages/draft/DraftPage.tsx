import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Alert, Button, EmptyState, LinkButton, LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { useParams } from 'react-router-dom';
import { failureText } from '../../components/words/failureText';
import { testIds } from '../../components/testIds';
import { routes } from '../../routes';
import type { Failure } from '../../grafana/outcome';
import { DraftForm } from './DraftForm';
import { FinishDraft } from './FinishDraft';
import { useDraftMaterial } from '../../storage/react/useDraftMaterial';
import type { DraftMaterial } from '../../storage/store/readDraftMaterial';
import { t } from '../../i18n/t';

/** A native annotation tagged near-miss, and the form that makes a near miss of it. */
export default function DraftPage() {
  const { annotationId = '' } = useParams();
  const parentItem = { text: t('near-miss.all', 'Near misses'), url: locationUtil.assureBaseUrl(routes.list) };
  return (
    <PluginPage pageNav={{ text: t('draft.title', 'Complete a draft'), parentItem }}>
      <div data-testid={testIds.draft}>
        {/^\d{1,15}$/.test(annotationId) ? (
          <OneDraft key={annotationId} annotationId={Number(annotationId)} />
        ) : (
          <NoDraft />
        )}
      </div>
    </PluginPage>
  );
}

function OneDraft({ annotationId }: { annotationId: number }) {
  const answer = useDraftMaterial(annotationId);
  switch (answer.state) {
    case 'loading':
      return <LoadingPlaceholder text={t('draft.loading', 'Reading the draft…')} />;
    case 'failed':
      return <NotRead failure={answer.failure} onRetry={answer.retry} />;
    default:
      return <ReadDraft {...answer.value} />;
  }
}

function ReadDraft({ draft, ...material }: DraftMaterial) {
  switch (draft.is) {
    case 'open':
      return <DraftForm {...draft} {...material} />;
    case 'recorded':
      return <FinishDraft draft={draft.draft} nearMiss={draft.nearMiss} />;
    case 'completed':
      return (
        <EmptyState
          variant="completed"
          role="status"
          message={t('draft.completed', 'This draft is a near miss by now')}
          button={
            <LinkButton href={locationUtil.assureBaseUrl(routes.nearMiss(draft.nearMissId))}>
              <Trans i18nKey="draft.open">Open the near miss</Trans>
            </LinkButton>
          }
        />
      );
  }
}

function NotRead({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return failure.kind === 'missing' ? (
    <NoDraft />
  ) : (
    <Alert severity="error" title={t('draft.failed', 'The draft could not be read')}>
      <p>{failureText(failure)}</p>
      <Button variant="secondary" onClick={onRetry}>
        <Trans i18nKey="list.retry">Try again</Trans>
      </Button>
    </Alert>
  );
}

function NoDraft() {
  return (
    <EmptyState
      variant="not-found"
      role="alert"
      message={t('draft.missing', 'This draft is not there, or you may not see it')}
      button={
        <LinkButton href={locationUtil.assureBaseUrl(routes.list)}>
          <Trans i18nKey="unknown-page.list">Go to all near misses</Trans>
        </LinkButton>
      }
    >
      <Trans i18nKey="draft.missing-hint">
        It may have been deleted, or it lies on a dashboard that you may not open. What you typed here stays in this
        browser for 30 days.
      </Trans>
    </EmptyState>
  );
}
