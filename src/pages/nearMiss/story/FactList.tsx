import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

/** Names and values in two columns; on a phone in one. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={useStyles2(getStyles)}>{children}</dl>;
}

/** One of them; nothing where there is no value. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return children ? (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(1, 2),
    gridTemplateColumns: 'minmax(120px, 180px) minmax(0, 1fr)',
    margin: 0,
    '& > dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& > dd': { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    '& ul': { listStyle: 'none' },
    '& pre': { margin: 0, whiteSpace: 'pre-wrap' },
    '@media (max-width: 600px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: 0,
      '& > dd': { marginBottom: theme.spacing(1) },
    },
  });
