import { Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import React, { type ComponentProps, useState } from 'react';
import type { Status } from '../../../domain/record/record';
import { statusBefore } from '../../../domain/fold/history';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { failureText } from '../../../components/words/failureText';
import type { Failure } from '../../../grafana/outcome';
import { useSending } from '../../../storage/react/useSending';
import { CloseNearMiss } from './CloseNearMiss';
import { DeleteForGood } from './DeleteForGood';
import { EditNearMiss } from './EditNearMiss';
import type { PageModel } from '../model/PageModel';
import { SameAsNearMiss } from './SameAsNearMiss';
import { WithdrawNearMiss } from './WithdrawNearMiss';
import { changeWrite, isBusy } from '../model/changeWrite';
import { t } from '../../../i18n/t';

/** Actions that open a form of their own. */
type OpenAction = 'finish' | 'edit' | 'close' | 'same-as' | 'withdraw' | 'delete';

/** Which forms make sense in a status, in the order they are shown. */
const OFFERED: Readonly<Record<Status, readonly OpenAction[]>> = {
  started: ['finish', 'same-as', 'withdraw', 'delete'],
  recorded: ['close', 'edit', 'same-as', 'withdraw', 'delete'],
  discussed: ['close', 'edit', 'same-as', 'withdraw', 'delete'],
  closed: ['edit', 'same-as', 'withdraw', 'delete'],
  withdrawn: ['delete'],
};

interface Props {
  page: PageModel;
  onDeleted: ComponentProps<typeof DeleteForGood>['onDeleted'];
}

/** What can be done with the near miss in its status; one form is open at a time. */
export function Actions({ page, onDeleted }: Props) {
  const [open, setOpen] = useState<OpenAction | null>(null);
  const { nearMiss } = page.file;
  const sending = useSending({ subject: nearMiss.id, field: 'status' });
  const busy = isBusy(sending);
  const become = (status: Status) => void sending.send(changeWrite(nearMiss, { status }));
  const [unmarked, setUnmarked] = useState<Failure | null>(null);
  const done = (failure?: Failure) => {
    setOpen(null);
    setUnmarked(failure ?? null);
  };
  const labels = actionLabels();
  const stepBack = stepBackLabel(nearMiss.status);
  return (
    <>
      <Stack wrap="wrap" gap={1}>
        {nearMiss.status === 'recorded' && (
          <Button variant="secondary" disabled={busy} onClick={() => become('discussed')}>
            <Trans i18nKey="action.discussed">Mark as discussed</Trans>
          </Button>
        )}
        {stepBack && (
          <Button variant="secondary" disabled={busy} onClick={() => become(statusBefore(nearMiss))}>
            {stepBack}
          </Button>
        )}
        {OFFERED[nearMiss.status].map((action) => (
          <Button
            key={action}
            variant={action === 'finish' ? 'primary' : 'secondary'}
            aria-expanded={open === action}
            onClick={() => setOpen(open === action ? null : action)}
          >
            {labels[action]}
          </Button>
        ))}
      </Stack>
      <SendingNotice sending={sending} />
      {unmarked && <Unmarked failure={unmarked} />}
      {(open === 'edit' || open === 'finish') && <EditNearMiss page={page} finish={open === 'finish'} onDone={done} />}
      {open === 'close' && <CloseNearMiss page={page} onDone={() => done()} />}
      {open === 'withdraw' && <WithdrawNearMiss page={page} onDone={() => done()} />}
      {open === 'same-as' && <SameAsNearMiss page={page} onDone={() => done()} />}
      {open === 'delete' && <DeleteForGood page={page} onDeleted={onDeleted} onCancel={() => setOpen(null)} />}
    </>
  );
}

function Unmarked({ failure }: { failure: Failure }) {
  return (
    <Alert
      severity="warning"
      title={t('action.unmarked', 'The change is stored, but its marker on the graph still shows what was before')}
    >
      {failureText(failure)}
    </Alert>
  );
}

function stepBackLabel(status: Status): string | null {
  switch (status) {
    case 'discussed':
      return t('action.not-discussed', 'Not discussed yet');
    case 'closed':
      return t('action.reopen', 'Reopen');
    case 'withdrawn':
      return t('action.bring-back', 'Bring it back');
    default:
      return null;
  }
}

const actionLabels = (): Record<OpenAction, string> => ({
  finish: t('action.finish', 'Finish it'),
  edit: t('action.edit', 'Edit'),
  close: t('action.close', 'Close…'),
  'same-as': t('action.same-as', 'Same as …'),
  withdraw: t('action.withdraw', 'Withdraw'),
  delete: t('action.delete', 'Delete for good…'),
});
