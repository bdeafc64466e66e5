import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import type { Question } from '../../../domain/record/questions';
import type { QuestionRow } from './configurationForm';
import type { QuestionProblems } from './configurationProblems';
import { t } from '../../../i18n/t';

interface Props {
  /** As the worksheet counts it. */
  number: number;
  question: QuestionRow;
  problems: QuestionProblems;
  readOnly: boolean;
  onEdit: (part: Partial<Question>) => void;
  onRemove: () => void;
}

export function QuestionFields({ number, question, problems, readOnly, onEdit, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const { key, text, why, saved } = question;
  return (
    <div role="group" aria-label={t('config.question', 'Question {{number}}', { number })} className={styles.fields}>
      <Field
        label={t('config.question-text', 'Question')}
        invalid={problems.text !== undefined}
        error={problems.text}
        noMargin
      >
        <Input
          id={`${id}-text`}
          value={text}
          disabled={readOnly}
          onChange={({ currentTarget }) => onEdit({ text: currentTarget.value })}
        />
      </Field>
      <Field label={t('config.question-why', 'Why it is asked, in one line')} noMargin>
        <Input
          id={`${id}-why`}
          value={why}
          disabled={readOnly}
          onChange={({ currentTarget }) => onEdit({ why: currentTarget.value })}
        />
      </Field>
      <Field
        label={t('config.question-key', 'Key')}
        description={
          saved
            ? t('config.question-key-fixed', 'Fixed: answers name it.')
            : t('config.question-key-about', 'Answers name it; it cannot be changed after saving.')
        }
        invalid={problems.key !== undefined}
        error={problems.key}
        noMargin
      >
        <Input
          id={`${id}-key`}
          width={40}
          value={key}
          disabled={readOnly || saved}
          onChange={({ currentTarget }) => onEdit({ key: currentTarget.value })}
        />
      </Field>
      {!readOnly && (
        <IconButton
          name="trash-alt"
          className={styles.remove}
          aria-label={t('config.question-remove', 'Remove question {{number}}', { number })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  fields: css({
    display: 'grid',
    maxWidth: 720,
    paddingRight: theme.spacing(4),
    position: 'relative',
    rowGap: theme.spacing(1),
  }),
  remove: css({ position: 'absolute', right: 0, top: theme.spacing(3.5) }),
});
