import { getTimeZone } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { LockedWhile } from '../../../components/fields/LockedWhile';
import { NearMissForm } from '../../../recording/form/NearMissForm';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { TooLong } from '../../../components/notices/TooLong';
import { UnfinishedNote } from '../../../components/notices/UnfinishedNote';
import { formProblems } from '../../../recording/form/formProblems';
import { fieldsFrom, readFormValues, valuesFrom } from '../../../recording/form/formValues';
import { useSending } from '../../../storage/react/useSending';
import { useUnfinished } from '../../../storage/react/useUnfinished';
import { useSettings } from '../../../storage/react/useGrafana';
import { parseJson } from '../../../domain/json/parseJson';
import { ActionSection } from './ActionSection';
import type { FieldSet, PageModel } from '../model/PageModel';
import { charactersTooLong } from '../model/charactersTooLong';
import { changeWrite } from '../model/changeWrite';
import { changedFields, touchedText } from './changedFields';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  /** A started one becomes recorded. */
  finish: boolean;
  onDone: () => void;
}

/** Edits what was recorded; only fields that were changed go into the change. */
export function EditNearMiss({ page, finish, onDone }: Props) {
  // What the reader saw when the form opened: a change made meanwhile by somebody else must become a conflict, not be undone.
  const [nearMiss] = useState(page.file.nearMiss);
  const unfinished = useUnfinished(nearMiss.id, 'edit');
  const shown = valuesFrom(nearMiss);
  const values = readFormValues(parseJson(unfinished.text), shown);
  const [asked, setAsked] = useState(false);
  const { settings } = useSettings();
  const sending = useSending({
    subject: nearMiss.id,
    field: 'edit',
    onWritten: () => {
      unfinished.forget();
      onDone();
    },
  });
  const discard = () => {
    unfinished.forget();
    onDone();
  };
  const problems = formProblems(values, Date.now());
  const status: FieldSet = finish ? { status: 'recorded' } : {};
  const set = { ...changedFields(nearMiss, fieldsFrom(values)), ...status };
  const write = changeWrite(nearMiss, set);
  const tooLong = charactersTooLong(write, nearMiss, Object.values(set).join(''));
  const save = () => {
    setAsked(true);
    if (Object.keys(problems).length > 0) {
      return;
    }
    if (Object.keys(set).length === 0) {
      discard();
      return;
    }
    void sending.send(write);
  };
  return (
    <ActionSection title={finish ? t('edit.finish', 'Finish this near miss') : t('edit.title', 'Edit this near miss')}>
      {sending.state.is !== 'queued' && (
        <LockedWhile busy={sending.state.is === 'saving'}>
          <NearMissForm
            values={values}
            onChange={(part) => unfinished.setText(touchedText(shown, { ...values, ...part }))}
            problems={asked ? problems : {}}
            timeZone={getTimeZone()}
            teams={settings.teams.map(({ name }) => name)}
          />
        </LockedWhile>
      )}
      <TooLong characters={tooLong} />
      <UnfinishedNote
        unfinished={unfinished}
        speech={page.speech}
        preview={(text) => readFormValues(parseJson(text), values).almost}
      />
      <SendingNotice sending={sending} />
      {sending.state.is !== 'queued' && (
        <Stack>
          <Button disabled={sending.state.is === 'saving' || tooLong > 0} onClick={save}>
            <Trans i18nKey="edit.save">Save</Trans>
          </Button>
          <Button variant="secondary" disabled={sending.state.is === 'saving'} onClick={discard}>
            <Trans i18nKey="edit.discard">Discard changes</Trans>
          </Button>
        </Stack>
      )}
    </ActionSection>
  );
}
