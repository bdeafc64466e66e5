import { css } from '@emotion/css';
import { type GrafanaTheme2, getTimeZone } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import React, { useRef, useState } from 'react';
import { isStoppedByUnread } from '../../../components/fields/isStoppedByUnread';
import { LockedWhile } from '../../../components/fields/LockedWhile';
import { NearMissForm } from '../../../recording/form/NearMissForm';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import { TooLong } from '../../../components/notices/TooLong';
import { UnfinishedNote } from '../../../components/notices/UnfinishedNote';
import { formProblems } from '../../../recording/form/formProblems';
import { readFormValues } from '../../../recording/form/formValues';
import { readersText } from '../../../recording/WhoReads';
import { HalfTypedLimit } from '../../../recording/graph/HalfTypedLimit';
import { isHalfTyped } from '../../../recording/graph/frozenGraph';
import { useSending } from '../../../storage/react/useSending';
import { useSettings } from '../../../storage/react/useGrafana';
import type { Failure } from '../../../grafana/outcome';
import { belongingOffers } from '../../../domain/record/belongingOffers';
import { parseJson } from '../../../domain/json/parseJson';
import { ActionSection } from './ActionSection';
import { CorrectGraph } from './CorrectGraph';
import type { FieldSet, PageModel } from '../model/PageModel';
import { charactersTooLong } from '../model/charactersTooLong';
import { changeWrite } from '../model/changeWrite';
import { WIDE } from '../model/wide';
import { useNearMissEdit } from './useNearMissEdit';
import { t } from '../../../i18n/t';

/** Its dashboard is not read again for a form. */
const NOT_ASKED = { tags: [], folderTitle: '', folders: null };

interface Props {
  page: PageModel;
  /** A started one becomes recorded. */
  finish: boolean;
  /** `unmarked`: it is stored, but its marker could not be redrawn. */
  onDone: (unmarked?: Failure) => void;
}

/** Edits what was recorded, words and graph; only fields that were changed go into the change. */
export function EditNearMiss({ page, finish, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const edit = useNearMissEdit(page);
  const { nearMiss, values, correction, unfinished } = edit;
  const [asked, setAsked] = useState(false);
  const fields = useRef<HTMLFieldSetElement>(null);
  const { settings } = useSettings();
  const sending = useSending({
    subject: nearMiss.id,
    field: 'edit',
    onWritten: ({ marker }) => {
      unfinished.forget();
      onDone(marker && !marker.ok ? marker.failure : undefined);
    },
  });
  const discard = () => {
    unfinished.forget();
    onDone();
  };
  const problems = formProblems(values, Date.now());
  const status: FieldSet = finish ? { status: 'recorded' } : {};
  const set = { ...edit.set, ...status };
  const write = changeWrite(nearMiss, set);
  const noLimit = correction !== null && isHalfTyped(correction.choice);
  const tooLong = charactersTooLong(write, nearMiss, Object.values(set).join(''));
  const save = () => {
    setAsked(true);
    if (noLimit || tooLong > 0 || Object.keys(problems).length > 0 || isStoppedByUnread(fields.current)) {
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
        <LockedWhile busy={sending.state.is === 'saving'} fields={fields} onSave={save}>
          <div className={styles.beside}>
            <CorrectGraph edit={edit} opened={finish} speech={page.speech} />
            <NearMissForm
              values={values}
              onChange={edit.edit}
              problems={asked ? problems : {}}
              timeZone={getTimeZone()}
              teams={settings.teams.map(({ name }) => name)}
              offers={belongingOffers(settings, { ...NOT_ASKED, variables: nearMiss.source?.variables ?? {} })}
            />
          </div>
        </LockedWhile>
      )}
      {values.kind === 'exposure' && nearMiss.place.kind === 'organization' && <p>{readersText(nearMiss.place, '')}</p>}
      {asked && noLimit && <HalfTypedLimit />}
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

const getStyles = (theme: GrafanaTheme2) => ({
  beside: css({
    display: 'grid',
    gap: theme.spacing(2, 4),
    gridTemplateColumns: 'minmax(0, 1fr)',
    // An open graph stays in sight while the words are typed.
    [WIDE]: {
      '&:has(> details[open])': { alignItems: 'start', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
      '& > details[open]': { position: 'sticky' },
    },
  }),
});
