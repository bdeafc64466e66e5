import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';

interface Props {
  /** What was typed. */
  text: string;
  /** All that it can mean. */
  values: readonly number[];
  unit: string;
  speech: Speech;
  onChoose: (value: number) => void;
}

/** Asks which number is meant, in the words of the unit. */
export function WhichReading({ text, values, unit, speech, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles}
      role="group"
      aria-label={t('limit.readings', 'What “{{text}}” means', { text: text.trim() })}
    >
      {values.map((value) => (
        <Button key={value} type="button" size="sm" variant="secondary" onClick={() => onChoose(value)}>
          {speech.value(value, unit)}
        </Button>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) });
