import { Alert, TextArea } from '@grafana/ui';
import React from 'react';
import { t } from '../../../i18n/t';

/** A text that the browser did not let the page copy, to be copied by hand. */
export function NotCopied({ text }: { text: string }) {
  return (
    <Alert severity="warning" title={t('share.failed', 'The browser does not let this page copy. Copy it by hand:')}>
      <TextArea readOnly rows={4} value={text} aria-label={t('share.text', 'The text to copy')} />
    </Alert>
  );
}
