import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FieldValidationMessage, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, type ReactNode, useState } from 'react';
import { journalsOf } from '../../domain/journalsOf';
import { nearMissMarkdown } from '../../domain/nearMissMarkdown';
import { linkTo } from '../../storage/useNearMissStore';
import { formProblems } from '../NearMissForm/formProblems';
import { NearMissForm } from '../NearMissForm/NearMissForm';
import { useSpeech } from '../useSpeech';
import { KeptNotice } from './KeptNotice';
import { NotSaved } from './NotSaved';
import { RecordedNotice } from './RecordedNotice';
import { useDenied } from './useDenied';
import { type RecordFormSubject, useRecordForm } from './useRecordForm';
import { WhoReads } from './WhoReads';

interface Props extends RecordFormSubject {
  /** What goes along with the words, said where it is said who will read them. */
  children?: ReactNode;
}

/** A near miss in words: who will read it, the fields, and what became of saving it. */
export function RecordForm({ children, ...subject }: Props) {
  const styles = useStyles2(getStyles);
  const speech = useSpeech();
  const [tried, setTried] = useState(false);
  const { id, form, place, kept, state, ...does } = useRecordForm(subject);
  const denied = useDenied(place);
  const problems = formProblems(form);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const ready = !denied && Object.keys(problems).length === 0;
    if (place && ready && (await does.save(does.record(), place))) {
      kept.forget();
    }
  };
  if (state.phase === 'recorded') {
    const again = place ? () => void does.saveAgain(state.record, place) : undefined;
    return <RecordedNotice {...state} link={linkTo(id)} speech={speech} onAgain={again} />;
  }
  const saving = state.phase === 'saving';
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <KeptNotice kept={kept} speech={speech} onDiscard={does.discard} />
      <section aria-label={t('record.readers', 'Who will read it')}>
        <WhoReads place={place} journals={journalsOf(subject.settings)} denied={denied} onChange={does.choose} />
        {tried && !place && (
          <FieldValidationMessage>{t('record.needs-readers', 'Choose who will read it.')}</FieldValidationMessage>
        )}
        {children}
      </section>
      <NearMissForm
        values={form}
        onChange={does.edit}
        problems={tried ? problems : {}}
        timeZone={getTimeZone()}
        teams={subject.settings.teams.map(({ name }) => name)}
        kindFirst
      />
      <NotSaved
        state={state}
        denied={denied !== null && denied !== 'gone'}
        markdown={() => nearMissMarkdown(does.record(), [], '', speech)}
      />
      <div>
        <Button type="submit" disabled={denied !== null} icon={saving ? 'spinner' : undefined}>
          {saving ? t('record.saving', 'Saving…') : t('record.save', 'Save')}
        </Button>
      </div>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }),
});
