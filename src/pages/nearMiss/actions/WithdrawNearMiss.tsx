import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { useSending } from '../../../storage/react/useSending';
import { ActionSection } from './ActionSection';
import { changeWrite, isBusy } from '../model/changeWrite';
import type { PageModel } from '../model/PageModel';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  onDone: () => void;
}

/** Withdrawing hides the near miss from lists and samples and keeps every word; another change undoes it. */
export function WithdrawNearMiss({ page, onDone }: Props) {
  const sending = useSending({ subject: page.file.nearMiss.id, field: 'withdraw', onWritten: onDone });
  const busy = isBusy(sending);
  const withdraw = () => void sending.send(changeWrite(page.file.nearMiss, { status: 'withdrawn' }));
  return (
    <ActionSection title={t('withdraw.title', 'Withdraw this near miss')}>
      <p>
        <Trans i18nKey="withdraw.text">
          It leaves the lists and the counts; nothing is deleted, and anyone who may write here can bring it back.
        </Trans>
      </p>
      <SendingNotice sending={sending} />
      <Stack>
        <Button disabled={busy} onClick={withdraw}>
          <Trans i18nKey="withdraw.do">Withdraw</Trans>
        </Button>
        <Button variant="secondary" onClick={onDone}>
          <Trans i18nKey="action.cancel">Cancel</Trans>
        </Button>
      </Stack>
    </ActionSection>
  );
}
