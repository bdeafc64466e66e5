import { Trans } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../components/words/failureText';
import type { ImportResult } from '../../storage/transfer/importNearMisses';
import { t } from '../../i18n/t';

interface Props {
  result: ImportResult;
  /** Annotations of the plan that were not written. */
  left: number;
  /** Absent where the user may write nowhere. */
  onResume?: () => void;
}

/** How the import ended, and the way on when something is missing. */
export function ImportEnd({ result: { written, refused, stopped }, left, onResume }: Props) {
  const done = t('import.written', '', {
    count: written,
    defaultValue_one: '{{count}} annotation was written.',
    defaultValue_other: '{{count}} annotations were written.',
  });
  if (left <= 0) {
    return (
      <Alert severity="success" title={t('import.done', 'Imported')}>
        {done}
      </Alert>
    );
  }
  return (
    <Alert
      severity={stopped && stopped.kind !== 'aborted' ? 'error' : 'warning'}
      title={stopped ? t('import.stopped', 'Stopped before the end') : t('import.partly', 'Imported, but for some')}
    >
      <p>
        {done}{' '}
        {t('import.left', '', {
          count: left,
          defaultValue_one: '{{count}} is missing.',
          defaultValue_other: '{{count}} are missing.',
        })}{' '}
        {stopped && stopped.kind !== 'aborted' && failureText(stopped)}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ id, title, failure }) => (
            <li key={id}>
              {title}: {failureText(failure)}
            </li>
          ))}
        </ul>
      )}
      {onResume && (
        <Button variant="secondary" onClick={onResume}>
          <Trans i18nKey="import.resume">Go on with the rest</Trans>
        </Button>
      )}
    </Alert>
  );
}
