import { Alert, Button, ClipboardButton, Stack } from '@grafana/ui';
import React from 'react';
import type { Sending } from '../storage/react/useSending';
import { failureText } from '../components/words/failureText';
import { queuedTitle } from '../components/notices/SendingNotice';
import { t } from '../i18n/t';

interface Props {
  sending: Sending;
  /** What is written, for passing it on. */
  markdown: () => string;
  /** Leaves it to be sent, and begins another one; absent where there is no other. */
  onAnother?: () => void;
  onClose?: () => void;
}

/** In the place of the form while its near miss waits for Grafana: it is sent as it is, or taken back and edited. */
export function QueuedRecord({ sending, markdown, onAnother, onClose }: Props) {
  const { state } = sending;
  if (state.is !== 'queued') {
    return null;
  }
  return (
    <Alert severity="warning" title={queuedTitle(state)}>
      {state.failure && <p>{failureText(state.failure)}</p>}
      <Stack wrap="wrap">
        <Button size="sm" onClick={sending.retryNow}>
          {t('sending.now', 'Try now')}
        </Button>
        <Button size="sm" variant="secondary" disabled={state.trying} onClick={sending.takeBack}>
          {t('waiting-record.edit', 'Take it back and edit')}
        </Button>
        {onAnother && (
          <Button size="sm" variant="secondary" onClick={onAnother}>
            {t('waiting-record.another', 'Record another one')}
          </Button>
        )}
        <ClipboardButton variant="secondary" size="sm" icon="copy" getText={markdown}>
          {t('not-saved.copy', 'Copy as Markdown')}
        </ClipboardButton>
        {onClose && (
          <Button size="sm" variant="secondary" fill="text" onClick={onClose}>
            {t('recorded.close', 'Close')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
