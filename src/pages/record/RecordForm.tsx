import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FieldValidationMessage, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useReducer, useState } from 'react';
import { formProblems } from '../../components/NearMissForm/formProblems';
import { NearMissForm } from '../../components/NearMissForm/NearMissForm';
import { KeptNotice } from '../../components/recording/KeptNotice';
import { NotSaved } from '../../components/recording/NotSaved';
import { RecordedNotice } from '../../components/recording/RecordedNotice';
import { useDenied } from '../../components/recording/useDenied';
import { useKept } from '../../components/recording/useKept';
import { useRecording } from '../../components/recording/useRecording';
import { WhoReads } from '../../components/recording/WhoReads';
import { useSpeech } from '../../components/useSpeech';
import { newId } from '../../domain/newId';
import { nearMissMarkdown } from '../../domain/nearMissMarkdown';
import type { AppSettings } from '../../domain/settings';
import { linkTo, useNearMissStore } from '../../storage/useNearMissStore';
import { readKeptRecord } from './readKeptRecord';
import { recordFormReducer, startRecordForm } from './recordFormReducer';
import { recordWithoutGraph } from './recordWithoutGraph';

export function RecordForm({ settings }: { settings: AppSettings }) {
  const styles = useStyles2(getStyles);
  const speech = useSpeech();
  const [id, setId] = useState(newId);
  const [tried, setTried] = useState(false);
  const [{ form, place, changed }, dispatch] = useReducer(recordFormReducer, Date.now(), startRecordForm);
  const denied = useDenied(place);
  const kept = useKept({
    id,
    subject: 'without-graph',
    text: changed ? JSON.stringify({ id, form }) : null,
    restore: (text) => {
      const earlier = readKeptRecord(text, form);
      if (earlier) {
        setId(earlier.id);
        dispatch({ type: 'restore', form: earlier.form });
      }
    },
  });
  const discard = () => {
    kept.forget();
    dispatch({ type: 'restart', now: Date.now() });
    setId(newId());
  };
  const { state, save } = useRecording(useNearMissStore(), linkTo);
  const problems = formProblems(form);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const ready = !denied && Object.keys(problems).length === 0;
    if (place && ready && (await save(recordWithoutGraph(id, form), place))) {
      kept.forget();
    }
  };
  if (state.phase === 'recorded') {
    return <RecordedNotice {...state} link={linkTo(id)} speech={speech} />;
  }
  const saving = state.phase === 'saving';
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <KeptNotice kept={kept} speech={speech} onDiscard={discard} />
      <section aria-label={t('record.readers', 'Who will read it')}>
        <WhoReads
          place={place}
          journals={settings.journals}
          onChange={(chosen) => dispatch({ type: 'place', place: chosen })}
        />
        {tried && !place && (
          <FieldValidationMessage>{t('record.needs-readers', 'Choose who will read it.')}</FieldValidationMessage>
        )}
      </section>
      <NearMissForm
        values={form}
        onChange={(part) => dispatch({ type: 'form', part })}
        problems={tried ? problems : {}}
        timeZone={getTimeZone()}
        teams={settings.teams.map(({ name }) => name)}
        kindFirst
      />
      <NotSaved
        state={state}
        denied={denied}
        markdown={() => nearMissMarkdown(recordWithoutGraph(id, form), [], '', speech)}
      />
      <div>
        <Button type="submit" disabled={denied} icon={saving ? 'spinner' : undefined}>
          {saving ? t('record.saving', 'Saving…') : t('record.save', 'Save')}
        </Button>
      </div>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }),
});
