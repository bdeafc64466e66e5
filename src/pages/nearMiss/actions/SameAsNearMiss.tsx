import { Trans } from '@grafana/i18n';
import { Button, Combobox, type ComboboxOption, Field, Stack } from '@grafana/ui';
import React, { useId, useMemo, useState } from 'react';
import { failureText } from '../../../components/words/failureText';
import { headline } from '../../../domain/record/headline';
import { type NearMissListAnswer, useNearMissList } from '../../../storage/react/useNearMisses';
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

/** Links this near miss to another one that was the same thing. */
export function SameAsNearMiss({ page, onDone }: Props) {
  const id = useId();
  const { nearMiss } = page.file;
  const [other, setOther] = useState<ComboboxOption | null>(null);
  const sending = useSending({ subject: page.file.nearMiss.id, field: 'same-as', onWritten: onDone });
  const busy = isBusy(sending);
  const answer = useNearMissList();
  const options = useMemo(() => othersOf(answer, page), [answer, page]);
  const notRead = answer.state === 'failed' ? failureText(answer.failure) : null;
  const save = (sameAs: string) => void sending.send(changeWrite(nearMiss, { sameAs }));
  return (
    <ActionSection title={t('same-as.title', 'The same as another near miss')}>
      <Field noMargin htmlFor={id} label={t('same-as.field', 'Which one?')} error={notRead} invalid={notRead !== null}>
        <Combobox
          id={id}
          options={options}
          value={other}
          onChange={setOther}
          loading={answer.state === 'loading'}
          placeholder={t('same-as.search', 'Type part of its title')}
        />
      </Field>
      <SendingNotice sending={sending} />
      <Stack wrap="wrap">
        <Button disabled={busy || other === null} onClick={() => save(other?.value ?? '')}>
          <Trans i18nKey="same-as.save">Link them</Trans>
        </Button>
        {nearMiss.sameAs && (
          <Button variant="secondary" disabled={busy} onClick={() => save('')}>
            <Trans i18nKey="same-as.remove">Remove the link</Trans>
          </Button>
        )}
        <Button variant="secondary" onClick={onDone}>
          <Trans i18nKey="action.cancel">Cancel</Trans>
        </Button>
      </Stack>
    </ActionSection>
  );
}

/** All other near misses, newest first; the list is read when this form opens. */
function othersOf(answer: NearMissListAnswer, { file, speech }: PageModel): ComboboxOption[] {
  return (answer.state === 'ready' ? answer.list.nearMisses : [])
    .filter(({ id, status }) => id !== file.nearMiss.id && status !== 'withdrawn')
    .map((other) => ({ value: other.id, label: headline(other), description: speech.time(other.actedAt) }));
}
