import { Trans } from '@grafana/i18n';
import { Button, Field, Stack, TextArea } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { TooLong } from '../../../components/notices/TooLong';
import { UnfinishedNote } from '../../../components/notices/UnfinishedNote';
import { useSending } from '../../../storage/react/useSending';
import { useUnfinished } from '../../../storage/react/useUnfinished';
import { ActionSection } from './ActionSection';
import { charactersTooLong } from '../model/charactersTooLong';
import { changeWrite, isBusy } from '../model/changeWrite';
import type { PageModel } from '../model/PageModel';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  onDone: () => void;
}

/** Closing asks for what came of it; "nothing, because …" is an answer. */
export function CloseNearMiss({ page, onDone }: Props) {
  const id = useId();
  const [nearMiss] = useState(page.file.nearMiss);
  const outcome = useUnfinished(nearMiss.id, 'outcome', nearMiss.outcome);
  const [asked, setAsked] = useState(false);
  const sending = useSending({
    subject: nearMiss.id,
    field: 'outcome',
    onWritten: () => {
      outcome.forget();
      onDone();
    },
  });
  const text = outcome.text.trim();
  const missing = asked && text === '';
  const write = changeWrite(nearMiss, { status: 'closed', outcome: text });
  const tooLong = charactersTooLong(write, nearMiss, text);
  const close = () => {
    setAsked(true);
    if (text) {
      void sending.send(write);
    }
  };
  return (
    <ActionSection title={t('close.title', 'Close this near miss')}>
      <Field
        noMargin
        htmlFor={id}
        label={t('close.outcome', 'What came of it')}
        description={t('close.hint', 'What is different now? "Nothing, because …" is a good answer too.')}
        invalid={missing}
        error={missing ? t('close.missing', 'Say in a few words what came of it.') : undefined}
        required
      >
        <TextArea
          id={id}
          rows={3}
          value={outcome.text}
          readOnly={isBusy(sending)}
          onChange={(e) => outcome.setText(e.currentTarget.value)}
        />
      </Field>
      <TooLong characters={tooLong} />
      <UnfinishedNote unfinished={outcome} speech={page.speech} />
      <SendingNotice sending={sending} />
      <Stack>
        <Button disabled={isBusy(sending) || tooLong > 0} onClick={close}>
          <Trans i18nKey="close.save">Close it with this</Trans>
        </Button>
        <Button variant="secondary" onClick={onDone}>
          <Trans i18nKey="action.cancel">Cancel</Trans>
        </Button>
      </Stack>
    </ActionSection>
  );
}
