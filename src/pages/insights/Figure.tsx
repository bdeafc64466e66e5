import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId } from 'react';
import type { NumberTable } from '../../domain/insight/tableCsv';
import { FigureTable } from './FigureTable';

/** What all figures of the page are about. */
export interface Scoped {
  /** In words, such as "Q4 2026 · Team payments". */
  scope: string;
  /** In the names of files. */
  scopeKey: string;
}

interface Props extends Scoped {
  name: string;
  question: string;
  /** Of how many, in words. */
  n: string;
  /** How it is counted. */
  meaning: string;
  /** How it can be misread, in one line. */
  danger: string;
  /** Absent where there is nothing to count. */
  table?: () => NumberTable;
  children: ReactNode;
}

/** A still chart under its question, with n, what is counted, how it can be misread, and its numbers. */
export function Figure({ name, question, n, meaning, danger, table, scope, scopeKey, children }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.figure}>
      <h2 id={id} className={styles.question}>
        {question}
      </h2>
      <p className={styles.quiet}>{n}</p>
      {children}
      <p className={styles.quiet}>{meaning}</p>
      <p>{danger}</p>
      {table && (
        <FigureTable
          table={table}
          caption={`${question} ${scope}`}
          danger={danger}
          fileName={`near-miss-${name}-${scopeKey}`}
        />
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  figure: css({
    borderTop: `1px solid ${theme.colors.border.weak}`,
    containerType: 'inline-size',
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: theme.spacing(2),
    '& > p': { margin: 0, maxWidth: '75ch' },
  }),
  question: css({ ...theme.typography.h4, margin: 0 }),
  quiet: css({ color: theme.colors.text.secondary }),
});
