import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { type Dispatch } from 'react';
import { QUESTIONS } from '../../../domain/record/questions';
import type { FormAction, QuestionRow } from './configurationForm';
import type { QuestionProblems } from './configurationProblems';
import { QuestionFields } from './QuestionFields';
import { t } from '../../../i18n/t';

interface Props {
  questions: readonly QuestionRow[];
  problems: ReadonlyMap<number, QuestionProblems>;
  readOnly: boolean;
  dispatch: Dispatch<FormAction>;
}

export function QuestionsSection({ questions, problems, readOnly, dispatch }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-labelledby="near-miss-questions">
      <h3 id="near-miss-questions">
        <Trans i18nKey="config.questions">Questions</Trans>
      </h3>
      <p className={styles.about}>
        <Trans i18nKey="config.questions-about">
          Every worksheet asks these five, in this order. Yours follow them; few are better than many in twenty minutes.
        </Trans>
      </p>
      <ol className={styles.fixed}>
        {QUESTIONS.map(({ key, text }) => (
          <li key={key}>{t(`question.${key}`, text)}</li>
        ))}
      </ol>
      <ol className={styles.own} start={QUESTIONS.length + 1}>
        {questions.map((question, index) => (
          <li key={question.row}>
            <QuestionFields
              number={QUESTIONS.length + index + 1}
              question={question}
              problems={problems.get(question.row) ?? {}}
              readOnly={readOnly}
              onEdit={(part) => dispatch({ do: 'editQuestion', row: question.row, part })}
              onRemove={() => dispatch({ do: 'removeQuestion', row: question.row })}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button variant="secondary" icon="plus" onClick={() => dispatch({ do: 'addQuestion' })}>
          <Trans i18nKey="config.question-add">Add question</Trans>
        </Button>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  about: css({ color: theme.colors.text.secondary }),
  fixed: css({ marginBottom: theme.spacing(1), paddingLeft: theme.spacing(3) }),
  own: css({
    display: 'grid',
    marginBottom: theme.spacing(1),
    paddingLeft: theme.spacing(3),
    rowGap: theme.spacing(2),
  }),
});
