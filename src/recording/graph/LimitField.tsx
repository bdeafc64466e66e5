import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, Input, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useId } from 'react';
import type { Speech } from '../../domain/story/speech';
import { LimitChips } from './LimitChips';
import { parseQuantity } from './parseQuantity';
import type { Limit } from '../../domain/projection/limit';
import { t } from '../../i18n/t';

interface Props {
  /** What stands in the field. */
  text: string;
  limit: Limit | null;
  offers: readonly Limit[];
  /** What there is to say of the limit besides its value. */
  remarks?: readonly string[];
  unit: string;
  speech: Speech;
  /** A null value: the text is no number, or there is none. */
  onType: (text: string, value: number | null) => void;
  onChoose: (limit: Limit) => void;
}

/** The value that would have been an incident: proposed, chosen from the panel's own, or typed in its unit. */
export function LimitField({ text, limit, offers, remarks = [], unit, speech, onType, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const unreadable = text.trim() !== '' && limit === null;
  const type = (event: FormEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value;
    onType(typed, parseQuantity(typed, unit));
  };
  return (
    <div className={styles.limit}>
      <Field
        label={t('limit.label', 'Limit')}
        description={description(limit)}
        invalid={unreadable}
        error={unreadable ? unreadableText(unit, speech) : undefined}
        noMargin
      >
        <Input
          id={id}
          value={text}
          onChange={type}
          placeholder={t('limit.placeholder', 'none yet')}
          autoComplete="off"
        />
      </Field>
      <LimitChips limit={limit} offers={offers} onChoose={onChoose} />
      {remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </div>
  );
}

function description(limit: Limit | null): string {
  if (!limit) {
    return t('limit.none', 'The value that would have been an incident. Without one there is no projection.');
  }
  return limit.origin === 'typed'
    ? t('limit.typed', 'Read as {{text}}', { text: limit.text })
    : t('limit.what', 'The value that would have been an incident');
}

function unreadableText(unit: string, speech: Speech): string {
  return t('limit.unreadable', 'Type a number, with or without its unit, such as {{example}}.', {
    example: speech.value(2, unit),
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  limit: css({ display: 'grid', gap: theme.spacing(1) }),
  remark: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
});
