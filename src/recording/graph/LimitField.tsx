import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, Input, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useId, useRef } from 'react';
import type { Speech } from '../../domain/story/speech';
import { parseQuantity, type Reading } from '../quantity/parseQuantity';
import { exampleQuantity, writeQuantity } from '../quantity/writeQuantity';
import { WhichReading } from './WhichReading';
import type { Limit } from '../../domain/projection/limit';
import { t } from '../../i18n/t';

interface Props {
  /** What stands in the field. */
  text: string;
  limit: Limit | null;
  /** What there is to say of the limit besides its value. */
  remarks?: readonly string[];
  unit: string;
  speech: Speech;
  /** A null value: the text is no number, can mean several, or there is none. */
  onType: (text: string, value: number | null) => void;
}

/** The value that would have been an incident, as proposed or typed in its unit; for those of the panel see `LimitChips`. */
export function LimitField({ text, limit, remarks = [], unit, speech, onType }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const reading: Reading | null = text.trim() === '' || limit ? null : parseQuantity(text, unit);
  const complaint = reading && complaintOf(reading, text, unit);
  const type = (event: FormEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value;
    const meant = parseQuantity(typed, unit);
    onType(typed, meant.kind === 'value' ? meant.value : null);
  };
  const mean = (value: number) => {
    onType(writeQuantity(value, unit), value);
    input.current?.focus();
  };
  return (
    <div className={styles.limit}>
      <Field
        label={t('limit.label', 'Limit')}
        description={description(limit)}
        invalid={complaint !== null}
        error={complaint}
        noMargin
      >
        <Input id={id} ref={input} value={text} onChange={type} autoComplete="off" />
      </Field>
      {reading?.kind === 'ambiguous' && (
        <WhichReading text={text} values={reading.values} unit={unit} speech={speech} onChoose={mean} />
      )}
      {remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </div>
  );
}

function description(limit: Limit | null): string | undefined {
  if (!limit) {
    return t('limit.none', 'The value that would have been an incident. Without one there is no projection.');
  }
  return limit.origin === 'typed' ? t('limit.typed', 'Read as {{text}}', { text: limit.text }) : undefined;
}

function complaintOf({ kind }: Reading, text: string, unit: string): string | null {
  switch (kind) {
    case 'value':
      return null;
    case 'ambiguous':
      return t('limit.ambiguous', '“{{text}}” can be read in more than one way. Which is meant?', {
        text: text.trim(),
      });
    case 'unreadable':
      return unreadableText(exampleQuantity(unit));
  }
}

function unreadableText(example: string): string {
  return /^\d+$/.test(example)
    ? t('limit.plain-number', 'Type a plain number, such as {{example}}.', { example })
    : t('limit.unreadable', 'Type a number, with or without its unit, such as {{example}}.', { example });
}

const getStyles = (theme: GrafanaTheme2) => ({
  limit: css({ display: 'grid', gap: theme.spacing(1) }),
  remark: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
});
