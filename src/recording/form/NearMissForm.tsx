import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type RefObject, useEffect, useRef } from 'react';
import { DetailFields } from './DetailFields';
import type { FormProblems } from './formProblems';
import type { FormProps } from './FormProps';
import { KindField, SavedByField } from './KindField';
import { TextField } from '../../components/fields/TextField';
import { useHeldOpen } from '../../components/fields/useHeldOpen';
import { t } from '../../i18n/t';

interface Props extends FormProps {
  /** Where the graph and the two required fields should stand alone at first. */
  foldDetails?: boolean;
}

/** The fields of a near miss: the two that are required first, everything else can wait. */
export function NearMissForm({ foldDetails = false, ...form }: Props) {
  const styles = useStyles2(getStyles);
  const { values, onChange, problems } = form;
  const details = <DetailFields {...form} />;
  const fields = useFocusOnProblem(problems);
  const fold = useHeldOpen(hasDetailProblem(problems));
  return (
    <div ref={fields} className={styles.form}>
      {form.kindFirst && <KindField value={values.kind} onChange={(kind) => onChange({ kind })} />}
      <TextField
        label={t('form.almost', 'What almost happened? *')}
        description={t('form.almost-hint', 'Who would have noticed what, and for how long')}
        rows={2}
        value={values.almost}
        onChange={(almost) => onChange({ almost })}
        error={problems.almost}
      />
      <SavedByField value={values.savedBy} onChange={(savedBy) => onChange({ savedBy })} error={problems.savedBy} />
      {foldDetails ? (
        <details className={styles.details} {...fold}>
          <summary>{t('form.more', 'More, now or later: the cue, the action, team, links …')}</summary>
          <div className={styles.folded}>{details}</div>
        </details>
      ) : (
        details
      )}
    </div>
  );
}

/** Takes whoever tried to save to the first thing that is missing, which may lie far above the button. */
function useFocusOnProblem(problems: FormProblems): RefObject<HTMLDivElement> {
  const fields = useRef<HTMLDivElement>(null);
  const latest = useRef(problems);
  latest.current = problems;
  const some = Object.keys(problems).length > 0;
  useEffect(() => {
    if (some) {
      fields.current?.querySelector<HTMLElement>(fieldOfProblem(latest.current))?.focus();
    }
  }, [some]);
  return fields;
}

function fieldOfProblem({ almost, savedBy }: FormProblems): string {
  if (almost !== undefined) {
    return 'textarea';
  }
  return savedBy !== undefined ? 'input[type="checkbox"]' : '[aria-invalid="true"]';
}

/** A problem inside the folded part would be said where nobody looks. */
function hasDetailProblem({ noticedAt, actedAt, links }: FormProblems): boolean {
  return noticedAt !== undefined || actedAt !== undefined || links !== undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'grid', gap: theme.spacing(2), minWidth: 0 }),
  // Grafana's box-sizing is inherited, and the browser's own box inside <details> does not hand it on.
  folded: css({ boxSizing: 'border-box' }),
  details: css({
    '& > summary': { color: theme.colors.text.link, cursor: 'pointer', display: 'list-item' },
    '&[open] > summary': { marginBottom: theme.spacing(2) },
  }),
});
