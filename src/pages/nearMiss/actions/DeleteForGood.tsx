import { Trans } from '@grafana/i18n';
import { Alert, Button, Field, Input, Stack } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { failureText } from '../../../components/words/failureText';
import { headline } from '../../../domain/record/headline';
import type { Removed } from '../../../storage/store/removeNearMiss';
import { ActionSection } from './ActionSection';
import { ExportButtons } from './ExportButtons';
import type { PageModel } from '../model/PageModel';
import { useDeletion } from './useDeletion';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  onDeleted: (removed: Removed) => void;
  onCancel: () => void;
}

/** The one thing that cannot be undone: by name, export offered first, ten seconds to think again. */
export function DeleteForGood({ page, onDeleted, onCancel }: Props) {
  const { state, start, undo } = useDeletion(() => page.store.remove(page.file.nearMiss), onDeleted);
  return (
    <ActionSection title={t('delete.title', 'Delete this near miss for good')}>
      {state.step === 'failed' && (
        <Alert severity="error" title={t('delete.failed', 'Not deleted, or not all of it')}>
          {failureText(state.failure)}
        </Alert>
      )}
      {state.step === 'counting' && <Countdown left={state.left} onUndo={undo} />}
      {state.step === 'deleting' && (
        <p role="status">
          <Trans i18nKey="delete.deleting">Deleting…</Trans>
        </p>
      )}
      {(state.step === 'asking' || state.step === 'failed') && (
        <AskByName page={page} onStart={start} onCancel={onCancel} />
      )}
    </ActionSection>
  );
}

function AskByName({ page, onStart, onCancel }: { page: PageModel; onStart: () => void; onCancel: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  // No keyboard has the sign that a title was cut with.
  const name = headline(page.file.nearMiss).replace(/…$/, '');
  return (
    <>
      <p>
        <Trans i18nKey="delete.text">
          The near miss, its history, its worksheet and its markers on the graph go, for everybody, and cannot be
          brought back. To take it out of the lists only, withdraw it. Keep a copy first:
        </Trans>
      </p>
      <ExportButtons page={page} />
      <Field noMargin htmlFor={id} label={t('delete.name', 'To confirm, type: {{name}}', { name })}>
        <Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
      </Field>
      <Stack>
        <Button variant="destructive" disabled={typed.trim() !== name.trim()} onClick={onStart}>
          <Trans i18nKey="delete.do">Delete for good</Trans>
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          <Trans i18nKey="action.cancel">Cancel</Trans>
        </Button>
      </Stack>
    </>
  );
}

function Countdown({ left, onUndo }: { left: number; onUndo: () => void }) {
  return (
    <Stack alignItems="center" wrap="wrap">
      <span role="timer">
        {t('delete.counting', 'Nothing is deleted yet. Deleting in {{count}} s.', { count: left })}
      </span>
      <Button variant="secondary" onClick={onUndo}>
        <Trans i18nKey="delete.undo">Undo</Trans>
      </Button>
      <span>
        <Trans i18nKey="delete.leaving">Leaving this page undoes it too.</Trans>
      </span>
    </Stack>
  );
}
