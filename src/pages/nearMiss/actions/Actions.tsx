import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import React, { type ComponentProps, useState } from 'react';
import { statusBefore } from '../../../domain/fold/history';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { failureText } from '../../../components/words/failureText';
import type { Failure } from '../../../grafana/outcome';
import { useSending } from '../../../storage/react/useSending';
import { CloseNearMiss } from './CloseNearMiss';
import { CopyItems } from './CopyItems';
import { DeleteForGood } from './DeleteForGood';
import { EditNearMiss } from './EditNearMiss';
import { MoreMenu } from './MoreMenu';
import { NotCopied } from './NotCopied';
import type { PageModel } from '../model/PageModel';
import { SameAsNearMiss } from './SameAsNearMiss';
import { useFocusBack } from './useFocusBack';
import { WithdrawNearMiss } from './WithdrawNearMiss';
import { changeWrite, isBusy } from '../model/changeWrite';
import { mayTry } from '../model/editing';
import { type Action, actionLabel, type FormAction, OFFERED } from './offered';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  onDeleted: ComponentProps<typeof DeleteForGood>['onDeleted'];
}

/** The next step in its status and a menu with all else, below them the form that one of them opened: one at a time. */
export function Actions({ page, onDeleted }: Props) {
  const styles = useStyles2(getStyles);
  const { nearMiss } = page.file;
  const { status } = nearMiss;
  const [open, setOpen] = useState<FormAction | null>(null);
  const [unmarked, setUnmarked] = useState<Failure | null>(null);
  const [copied, setCopied] = useState({ said: '', failed: '' });
  const sending = useSending({ subject: nearMiss.id, field: 'status' });
  const { next, more } = mayTry(page.editing) ? OFFERED[status] : NOTHING;
  const bar = useFocusBack(open, next);
  const act = (action: Action) => {
    if (action !== 'discuss' && action !== 'step-back') {
      setOpen(open === action ? null : action);
    } else if (!isBusy(sending)) {
      void sending.send(changeWrite(nearMiss, { status: action === 'discuss' ? 'discussed' : statusBefore(nearMiss) }));
    }
  };
  const done = (failure?: Failure) => {
    setOpen(null);
    setUnmarked(failure ?? null);
  };
  return (
    <>
      <div ref={bar} className={styles.bar}>
        <span role="status">{copied.said}</span>
        {next && (
          <Button
            aria-disabled={isBusy(sending)}
            aria-expanded={next === 'finish' || next === 'close' ? open === next : undefined}
            onClick={() => act(next)}
          >
            {actionLabel(next, status)}
          </Button>
        )}
        <MoreMenu status={status} actions={more} onAct={act}>
          <CopyItems
            page={page}
            onSaid={(said) => setCopied({ said, failed: '' })}
            onFailed={(failed) => setCopied({ said: '', failed })}
          />
        </MoreMenu>
      </div>
      <div className={styles.opened}>
        <SendingNotice sending={sending} />
        {unmarked && <Unmarked failure={unmarked} />}
        {copied.failed && <NotCopied text={copied.failed} />}
        {open && <OpenForm {...{ page, open, done, onDeleted }} />}
      </div>
    </>
  );
}

/** For who may not write. */
const NOTHING: (typeof OFFERED)['closed'] = { more: [] };

interface OpenFormProps extends Props {
  open: FormAction;
  done: (unmarked?: Failure) => void;
}

function OpenForm({ page, open, done, onDeleted }: OpenFormProps) {
  const onDone = () => done();
  switch (open) {
    case 'finish':
    case 'edit':
      return <EditNearMiss page={page} finish={open === 'finish'} onDone={done} />;
    case 'close':
      return <CloseNearMiss page={page} onDone={onDone} />;
    case 'withdraw':
      return <WithdrawNearMiss page={page} onDone={onDone} />;
    case 'same-as':
      return <SameAsNearMiss page={page} onDone={onDone} />;
    case 'delete':
      return <DeleteForGood page={page} onDeleted={onDeleted} onCancel={onDone} />;
  }
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

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    alignItems: 'center',
    display: 'flex',
    gap: theme.spacing(1),
    // It stays there to be read out, and takes no room while it says nothing.
    '& > :empty': { marginRight: theme.spacing(-1) },
    '@media print': { display: 'none' },
  }),
  // The last of its row, over the whole width.
  opened: css({
    display: 'grid',
    flex: '1 1 100%',
    gap: theme.spacing(1),
    gridTemplateColumns: 'minmax(0, 1fr)',
    order: 1,
    '&:empty': { display: 'none' },
    '@media print': { display: 'none' },
  }),
});
