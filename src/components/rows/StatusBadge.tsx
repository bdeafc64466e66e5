import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Status } from '../../domain/record/record';
import { statusLabel } from '../words/statusLabel';

/** One neutral look for every status: colour would read as a judgement. */
export function StatusBadge({ status }: { status: Status }) {
  const styles = useStyles2(getStatusStyles);
  return <span className={styles}>{statusLabel(status)}</span>;
}

const getStatusStyles = (theme: GrafanaTheme2) =>
  css({
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    color: theme.colors.text.primary,
    display: 'inline-block',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: 1.4,
    padding: '0 8px',
    whiteSpace: 'nowrap',
  });
