import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { EntryType } from '../../../domain/record/record';
import {
  type Answer,
  answersByQuestion,
  type RetiredQuestion,
} from '../../../domain/story/worksheet/answersByQuestion';
import { questionText, questionWhy } from '../../../domain/story/worksheet/questionText';
import { EntryForm } from './EntryForm';
import { EntryView } from './EntryView';
import type { PageModel } from '../model/PageModel';
import { UntoldChanges } from '../model/UntoldChanges';
import { mayTry } from '../model/editing';
import { t } from '../../../i18n/t';

/** The five questions and the configured ones with their answers, retired ones, then takeaways, follow-ups and thanks. */
export function Worksheet({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { speech } = page;
  const { entries } = page.file;
  const { asked, retired } = answersByQuestion(entries, page.questions);
  return (
    <div className={styles.sheet}>
      <UntoldChanges authors={entries.map(({ author }) => author)} />
      <ol className={styles.questions}>
        {asked.map(({ question, answers }) => (
          <li key={question.key}>
            <Block
              page={page}
              type="answer"
              question={question.key}
              label={questionText(question, speech)}
              hint={questionWhy(question, speech)}
              answers={answers}
            />
          </li>
        ))}
      </ol>
      {retired.map((question) => (
        <Retired key={`${question.key} ${question.wording}`} page={page} question={question} />
      ))}
      {otherBlocks().map(({ type, label, hint }) => (
        <Block
          key={type}
          page={page}
          type={type}
          question=""
          label={label}
          hint={hint}
          answers={entries.filter((entry) => entry.type === type).map((entry) => ({ entry, askedAs: '' }))}
        />
      ))}
    </div>
  );
}

interface BlockProps {
  page: PageModel;
  type: EntryType;
  question: string;
  label: string;
  hint: string;
  answers: readonly Answer[];
}

function Block({ page, type, question, label, hint, answers }: BlockProps) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.block} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      {hint && <p className={styles.hint}>{hint}</p>}
      {answers.map(({ entry, askedAs }) => (
        <EntryView key={entry.id} page={page} entry={entry} askedAs={askedAs} label={label} />
      ))}
      {mayTry(page.editing) && <EntryForm page={page} type={type} question={question} label={label} />}
      {answers.length === 0 && !mayTry(page.editing) && (
        <p className={styles.hint}>
          <Trans i18nKey="worksheet.none">Nothing shared yet.</Trans>
        </p>
      )}
    </section>
  );
}

/** Answers to a question that is not configured any more: words are never hidden. */
function Retired({ page, question: { wording, answers } }: { page: PageModel; question: RetiredQuestion }) {
  const styles = useStyles2(getStyles);
  const label = wording || t('worksheet.unasked', 'Answers to questions that are no longer asked');
  return (
    <section className={styles.block} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      {wording && (
        <p className={styles.hint}>
          <Trans i18nKey="worksheet.retired">No longer asked</Trans>
        </p>
      )}
      {answers.map(({ entry, askedAs }) => (
        <EntryView key={entry.id} page={page} entry={entry} askedAs={askedAs} label={label} />
      ))}
    </section>
  );
}

const otherBlocks = (): ReadonlyArray<Pick<BlockProps, 'type' | 'label' | 'hint'>> => [
  {
    type: 'takeaway',
    label: t('worksheet.takeaways', 'Takeaways'),
    hint: t('worksheet.takeaways-hint', 'What do you know now that changes how you work?'),
  },
  {
    type: 'followUp',
    label: t('worksheet.follow-ups', 'Follow-ups'),
    hint: t(
      'worksheet.follow-ups-hint',
      'Ideas can wait a few days. "Nothing to do" is a good outcome, with its reason.'
    ),
  },
  {
    type: 'thanks',
    label: t('worksheet.thanks', 'Thanks'),
    hint: t('worksheet.thanks-hint', 'For what somebody did, saw or asked; in words.'),
  },
];

const getStyles = (theme: GrafanaTheme2) => ({
  sheet: css({ display: 'grid', gap: theme.spacing(3) }),
  questions: css({ display: 'grid', gap: theme.spacing(3), paddingLeft: theme.spacing(2.5) }),
  block: css({ display: 'grid', gap: theme.spacing(1), minWidth: 0 }),
  label: css({ ...theme.typography.h5, margin: 0 }),
  hint: css({ color: theme.colors.text.secondary, margin: 0 }),
});
