import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { getRowStyles } from './rowStyles';

export interface Bar {
  label: string;
  /** Before the label, for eyes only. */
  mark?: ReactNode;
  count: number;
  /** An outline alone, as for the time before. */
  hollow?: boolean;
}

interface Props {
  bars: readonly Bar[];
  /** The count of the longest bar there could be. */
  most: number;
}

/** Counts as bars from one zero, each with its number: in the colour of text, which judges nothing. */
export function Bars({ bars, most }: Props) {
  const rows = useStyles2(getRowStyles);
  const styles = useStyles2(getStyles);
  return (
    <ul className={rows.list}>
      {bars.map(({ label, mark, count, hollow }) => (
        <li key={label} className={rows.row}>
          <span>
            {mark} {label}
          </span>
          <span className={styles}>
            <svg width="100%" height="14" aria-hidden>
              <rect width="1" height="14" fill="currentColor" />
              <rect
                width={`${(100 * count) / Math.max(1, most)}%`}
                height="14"
                fill={hollow ? 'none' : 'currentColor'}
                stroke="currentColor"
                strokeDasharray={hollow ? '3 2' : undefined}
              />
            </svg>
            <span className={rows.numbers}>{count}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = () =>
  css({ alignItems: 'center', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr) 3ch' });
