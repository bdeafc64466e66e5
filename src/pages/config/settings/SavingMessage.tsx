import { Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../../components/words/failureText';
import type { AppSettings } from '../../../domain/record/settings';
import type { Saving } from './useSaveSettings';
import { t } from '../../../i18n/t';

interface Props {
  saving: Saving;
  /** Drops what was typed and continues from theirs. */
  onTakeTheirs: (theirs: AppSettings) => void;
  /** Keeps what was typed and lets the next save replace theirs. */
  onKeepMine: (theirs: AppSettings) => void;
}

export function SavingMessage({ saving, onTakeTheirs, onKeepMine }: Props) {
  switch (saving.is) {
    case 'saved':
      return (
        <Alert severity="success" title={t('config.saved', 'Saved')}>
          <Trans i18nKey="config.saved-about">Pages of Near Miss that are already open show it after a reload.</Trans>
        </Alert>
      );
    case 'failed':
      return (
        <Alert severity="error" title={t('config.not-saved', 'Not saved; what you typed is still here')}>
          {failureText(saving.failure)}
        </Alert>
      );
    case 'overtaken':
      return (
        <Alert severity="warning" title={t('config.overtaken', 'Not saved yet: somebody else saved in the meantime')}>
          <p>
            <Trans i18nKey="config.overtaken-about">Saving yours now would undo theirs.</Trans>
          </p>
          <Stack wrap="wrap">
            <Button variant="secondary" onClick={() => onTakeTheirs(saving.theirs)}>
              <Trans i18nKey="config.take-theirs">Show theirs, drop mine</Trans>
            </Button>
            <Button variant="secondary" onClick={() => onKeepMine(saving.theirs)}>
              <Trans i18nKey="config.keep-mine">Save mine, replace theirs</Trans>
            </Button>
          </Stack>
        </Alert>
      );
    default:
      return null;
  }
}
