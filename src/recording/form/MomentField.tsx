import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { TimeField } from '../../components/fields/TimeField';
import { useSpeech } from '../../components/words/useSpeech';
import { oddMomentText } from '../../domain/story/oddMomentText';
import { t } from '../../i18n/t';
import { askedOf } from './formProblems';
import type { FormProps } from './FormProps';

interface Props {
  form: FormProps;
  field: 'noticedAt' | 'actedAt';
  label: string;
  onChange: (at: number | null) => void;
  clearable?: boolean;
}

/** A moment of the form, and the question that it raises where hardly anybody can mean it. */
export function MomentField({ form, field, label, onChange, clearable }: Props) {
  const styles = useStyles2(getStyles);
  const { values, problems, timeZone } = form;
  const speech = useSpeech(timeZone);
  const at = values[field];
  const now = Date.now();
  const odd = askedOf(values, field, now);
  const meant = odd?.meant ?? null;
  return (
    <div>
      <TimeField
        label={label}
        value={at}
        onChange={onChange}
        error={problems[field]}
        timeZone={timeZone}
        clearable={clearable}
      />
      {odd && at !== null && (
        <div role="group" aria-label={t('form.odd-moment-of', 'Is this right: {{label}}', { label })}>
          <p className={styles.question}>{oddMomentText(at, odd, now, speech)}</p>
          {meant !== null && (
            <Button type="button" size="sm" variant="secondary" onClick={() => onChange(meant)}>
              {t('form.odd-moment-use', 'Use {{meant}}', { meant: speech.dated(meant) })}
            </Button>
          )}
          <Button type="button" size="sm" fill="text" onClick={() => form.onChange({ sure: [...values.sure, at] })}>
            {t('form.odd-moment-right', 'It is right')}
          </Button>
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  question: css({ color: theme.colors.warning.text, margin: theme.spacing(0.5, 0) }),
});
