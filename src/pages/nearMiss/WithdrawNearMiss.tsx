import { Trans, t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { ActionSection } from './ActionSection';
import { FailedWriting } from './FailedWriting';
import type { PageModel } from './PageModel';
import { useWriting } from './useWriting';

interface Props {
  page: PageModel;
  onDone: () => void;
}

/** Withdrawing hides the near miss from lists and samples and keeps every word; another change undoes it. */
export function WithdrawNearMiss({ page, onDone }: Props) {
  const { busy, failure, write } = useWriting();
  const withdraw = async () => {
    if (await write(() => page.store.change(page.file.nearMiss, { status: 'withdrawn' }))) {
      onDone();
    }
  };
  return (
    <ActionSection title={t('withdraw.title', 'Withdraw this near miss')}>
      <p>
        <Trans i18nKey="withdraw.text">
          It leaves the lists and the counts; nothing is deleted, and anyone who may write here can bring it back.
        </Trans>
      </p>
      <FailedWriting failure={failure} />
      <Stack>
        <Button disabled={busy} onClick={() => void withdraw()}>
          <Trans i18nKey="withdraw.do">Withdraw</Trans>
        </Button>
        <Button variant="secondary" onClick={onDone}>
          <Trans i18nKey="action.cancel">Cancel</Trans>
        </Button>
      </Stack>
    </ActionSection>
  );
}
