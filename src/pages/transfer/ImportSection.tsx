import { Trans } from '@grafana/i18n';
import { Alert, FileUpload, LoadingPlaceholder, Stack } from '@grafana/ui';
import React, { type FormEvent } from 'react';
import { NotRead } from '../../components/notices/NotRead';
import type { Transfer } from '../../storage/react/useTransfer';
import { ImportSteps } from './ImportSteps';
import { useImport } from './useImport';
import { useWritablePlaces } from '../../storage/react/useJournals';
import { t } from '../../i18n/t';

interface Props {
  transfer: Transfer;
  /** Something was written. */
  onWritten: () => void;
}

/** A file, its dry run, and only then the import; who may not write is told before. */
export function ImportSection({ transfer, onWritten }: Props) {
  const places = useWritablePlaces();
  const controls = useImport(transfer, onWritten);
  const { step } = controls.state;
  const failed = t('transfer.rights-unread', 'Where you may write could not be read');
  return (
    <section aria-labelledby="near-miss-import">
      <Stack direction="column" gap={2}>
        <h2 id="near-miss-import">
          <Trans i18nKey="transfer.import">Import</Trans>
        </h2>
        <p>
          <Trans i18nKey="transfer.import-about">
            Choose a JSON file that was exported, here or in another Grafana. You see first what it would do; nothing is
            overwritten, and what is here already is not written again.
          </Trans>
        </p>
        {places.state === 'loading' && (
          <LoadingPlaceholder text={t('transfer.rights', 'Asking where you may write…')} />
        )}
        {places.state === 'failed' && <NotRead title={failed} failure={places.failure} onRetry={places.retry} />}
        {places.state === 'ready' && !places.value.some(({ mayWrite }) => mayWrite) && <NoRight />}
        {places.state === 'ready' && (
          <>
            {step !== 'writing' && <FileField onChoose={(file) => void controls.choose(file)} />}
            <ImportSteps controls={controls} places={places.value} />
          </>
        )}
      </Stack>
    </section>
  );
}

function FileField({ onChoose }: { onChoose: (file: File) => void }) {
  const choose = (event: FormEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file) {
      onChoose(file);
    }
    // So that the same file can be chosen again after it was corrected.
    event.currentTarget.value = '';
  };
  return (
    <div>
      <FileUpload accept=".json,application/json" onFileUpload={choose}>
        <Trans i18nKey="transfer.choose">Choose a file</Trans>
      </FileUpload>
    </div>
  );
}

function NoRight() {
  return (
    <Alert severity="info" title={t('transfer.no-right', 'You may look at a file here, but not import it')}>
      <Trans i18nKey="transfer.no-right-about">
        You may write neither to the organization nor to any journal. Ask somebody with the Editor role, or an
        administrator to give you Edit on your team’s journal.
      </Trans>
    </Alert>
  );
}
