import { Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import React from 'react';
import type { Sending } from '../../storage/react/useSending';
import { failureText } from '../words/failureText';
import type { Failure } from '../../grafana/outcome';
import { t } from '../../i18n/t';

/** Says why nothing was stored, beside what the reader typed, which stays. */
export function FailedWriting({ failure }: { failure: Failure | null }) {
  return failure ? (
    <Alert severity="error" title={t('writing.failed', 'Not saved. What you typed is still here.')}>
      {failureText(failure)}
    </Alert>
  ) : null;
}

/** What became of a write beside its form: nothing while all is well, else why not and what happens next. */
export function SendingNotice({ sending }: { sending: Sending }) {
  const { state } = sending;
  switch (state.is) {
    case 'failed':
      return <FailedWriting failure={state.failure} />;
    case 'queued':
      return (
        <Alert severity="warning" title={queuedTitle(state)}>
          {state.failure && <p>{failureText(state.failure)}</p>}
          <Stack wrap="wrap">
            <Button size="sm" variant="secondary" onClick={sending.retryNow}>
              <Trans i18nKey="sending.now">Try now</Trans>
            </Button>
            <Button size="sm" variant="secondary" fill="text" disabled={state.trying} onClick={sending.takeBack}>
              <Trans i18nKey="sending.take-back">Take it back</Trans>
            </Button>
          </Stack>
        </Alert>
      );
    default:
      return null;
  }
}

/** Where it is meanwhile, and whether the page may be closed. */
export function queuedTitle({ refused, keptIn }: Extract<Sending['state'], { is: 'queued' }>): string {
  if (refused) {
    return t('sending.refused', 'Kept here: Grafana refused it');
  }
  return keptIn === 'browser'
    ? t('sending.waiting', 'Kept here, and tried again until Grafana has it. You can close this page.')
    : t(
        'sending.waiting-memory',
        'Kept here, and tried again until Grafana has it. Do not close this page until then.'
      );
}
