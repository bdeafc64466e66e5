import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { FieldValidationMessage, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId } from 'react';

interface Props {
  legend: string;
  error?: string;
  children: ReactNode;
}

/** Several controls that answer one question, named for screen readers. */
export function LabelledGroup({ legend, error, children }: Props) {
  const styles = useStyles2(getStyles);
  const errorId = useId();
  return (
    <fieldset className={styles.group} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>{children}</div>
      {error && (
        <div id={errorId} className={styles.error}>
          <FieldValidationMessage>{error}</FieldValidationMessage>
        </div>
      )}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ border: 0, margin: 0, minWidth: 0, padding: 0 }),
  legend: css({
    border: 0,
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    margin: theme.spacing(0, 0, 0.5),
    width: 'auto',
  }),
  choices: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3), maxWidth: '100%' }),
  error: css({ marginTop: theme.spacing(0.5) }),
});
