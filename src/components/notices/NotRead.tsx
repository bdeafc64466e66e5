import { Trans } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import type { Failure } from '../../grafana/outcome';
import { failureText } from '../words/failureText';

interface Props {
  title: string;
  failure: Failure;
  onRetry: () => void;
}

/** Why something could not be read, with a button that tries again. */
export function NotRead({ title, failure, onRetry }: Props) {
  return (
    <Alert severity="error" title={title}>
      <p>{failureText(failure)}</p>
      <Button variant="secondary" onClick={onRetry}>
        <Trans i18nKey="list.retry">Try again</Trans>
      </Button>
    </Alert>
  );
}
