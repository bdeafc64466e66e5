import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { MomentField } from './MomentField';
import { KindField } from './KindField';
import { BelongingFields } from './BelongingFields';
import type { FormProps } from './FormProps';
import { TextField } from '../../components/fields/TextField';
import { firstClause } from '../../domain/text/firstClause';
import { t } from '../../i18n/t';

/** What makes the story complete; none of it is required. */
export function DetailFields(form: FormProps) {
  const styles = useStyles2(getStyles);
  const { values, onChange, kindFirst } = form;
  return (
    <div className={styles.fields}>
      <TextField
        label={t('form.title', 'Title')}
        placeholder={firstClause(values.almost)}
        value={values.title}
        onChange={(title) => onChange({ title })}
      />
      {!kindFirst && <KindField value={values.kind} onChange={(kind) => onChange({ kind })} />}
      <TextField
        label={t('form.saved-how', 'How did that save it?')}
        value={values.savedHow}
        onChange={(savedHow) => onChange({ savedHow })}
      />
      <TextField
        label={t('form.cue', 'Cue')}
        description={t('form.cue-hint', 'What made somebody look, and what stood out from normal')}
        value={values.cue}
        onChange={(cue) => onChange({ cue })}
      />
      <TextField
        label={t('form.action', 'Action')}
        description={t('form.action-hint', 'What was done about it')}
        value={values.action}
        onChange={(action) => onChange({ action })}
      />
      <div className={styles.pair}>
        <MomentField
          form={form}
          field="noticedAt"
          label={t('form.noticed-at', 'Noticed at')}
          onChange={(noticedAt) => onChange({ noticedAt })}
          clearable
        />
        <MomentField
          form={form}
          field="actedAt"
          label={t('form.acted-at', 'Acted at')}
          onChange={(actedAt) => actedAt !== null && onChange({ actedAt })}
        />
      </div>
      <Belonging {...form} />
    </div>
  );
}

function Belonging(form: FormProps) {
  const { values, onChange, problems } = form;
  const styles = useStyles2(getStyles);
  return (
    <>
      <div className={styles.pair}>
        <BelongingFields {...form} />
      </div>
      <TextField
        label={t('form.links', 'Links')}
        description={t('form.links-hint', 'Change, chat, ticket: one a line')}
        rows={2}
        value={values.links}
        onChange={(links) => onChange({ links })}
        error={problems.links}
      />
      <TextField
        label={t('form.recorded-for', 'Recorded for')}
        description={t(
          'form.recorded-for-hint',
          'Somebody who is glad to be named, or empty: for no one in particular'
        )}
        value={values.recordedFor}
        onChange={(recordedFor) => onChange({ recordedFor })}
      />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const pair = {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
  } as const;
  return {
    fields: css({ display: 'grid', gap: theme.spacing(2), minWidth: 0 }),
    // Either may have something below.
    pair: css({ ...pair, alignItems: 'start' }),
  };
};
