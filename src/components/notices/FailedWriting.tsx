import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import type { Failure } from '../../grafana/outcome';
import { failureText } from '../words/failureText';

/** Says why nothing was stored, beside what the reader typed, which stays. */
export function FailedWriting({ failure }: { failure: Failure | null }) {
  return failure ? (
    <Alert severity="error" title={t('writing.failed', 'Not saved. What you typed is still here.')}>
      {failureText(failure)}
    </Alert>
  ) : null;
}
