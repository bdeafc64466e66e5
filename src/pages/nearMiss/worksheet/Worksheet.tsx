import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ShownEntry } from '../../../domain/fold/nearMiss';
import type { EntryType } from '../../../domain/record/record';
import { EntryForm } from './EntryForm';
import { EntryView } from './EntryView';
import type { PageModel } from '../model/PageModel';
import { UntoldChanges } from '../model/UntoldChanges';
import { mayTry } from '../model/editing';
import { t } from '../../../i18n/t';

/** The five questions and the configured ones with their answers, then takeaways, follow-ups and thanks. */
export function Worksheet({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { questions } = page;
  const { entries } = page.file;
  const { phrase } = page.speech;
  const asked = new Set(questions.map(({ key }) => key));
  const unasked = entries.filter(({ type, question }) => type === 'answer' && !asked.has(question));
  return (
    <div className={styles.sheet}>
      <UntoldChanges authors={entries.map(({ author }) => author)} />
      <ol className={styles.questions}>
        {questions.map(({ key, text, why }) => (
          <li key={key}>
            <Block
              page={page}
              type="answer"
              question={key}
              label={phrase(`question.${key}`, text)}
              hint={phrase(`question.${key}-why`, why)}
              entries={entries.filter((entry) => entry.type === 'answer' && entry.question === key)}
            />
          </li>
        ))}
      </ol>
      {unasked.length > 0 && <Unasked page={page} entries={unasked} />}
      {otherBlocks().map(({ type, label, hint }) => (
        <Block
          key={type}
          page={page}
          type={type}
          question=""
          label={label}
          hint={hint}
          entries={entries.filter((entry) => entry.type === type)}
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
  entries: readonly ShownEntry[];
}

function Block({ page, type, question, label, hint, entries }: BlockProps) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.block} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      {hint && <p className={styles.hint}>{hint}</p>}
      {entries.map((entry) => (
        <EntryView key={entry.id} page={page} entry={entry} label={label} />
      ))}
      {mayTry(page.editing) && <EntryForm page={page} type={type} question={question} label={label} />}
      {entries.length === 0 && !mayTry(page.editing) && (
        <p className={styles.hint}>
          <Trans i18nKey="worksheet.none">Nothing shared yet.</Trans>
        </p>
      )}
    </section>
  );
}

/** Answers to questions that are no longer configured: words are never hidden. */
function Unasked({ page, entries }: { page: PageModel; entries: readonly ShownEntry[] }) {
  const styles = useStyles2(getStyles);
  const label = t('worksheet.unasked', 'Answers to questions that are no longer asked');
  return (
    <section className={styles.block} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      {entries.map((entry) => (
        <EntryView key={entry.id} page={page} entry={entry} label={label} />
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
