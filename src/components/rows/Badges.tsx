import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SAVED_BY, type SavedBy, type Status } from '../../domain/record/record';
import { statusLabel, savedByLabel } from '../words/labels';
import { t } from '../../i18n/t';

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

/** What saved it, always in the same order and in words. */
export function SavedByBadges({ savedBy }: { savedBy: readonly SavedBy[] }) {
  const styles = useStyles2(getStyles);
  if (savedBy.length === 0) {
    return null;
  }
  return (
    <span className={styles.all}>
      <span className={styles.lead}>{t('saved-by.lead', 'Saved by')}</span>
      {SAVED_BY.filter((one) => savedBy.includes(one)).map((one) => (
        <span key={one} className={styles.one}>
          {savedByLabel(one)}
        </span>
      ))}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ alignItems: 'center', display: 'inline-flex', gap: '6px', whiteSpace: 'nowrap' }),
  lead: css({ color: theme.colors.text.secondary }),
  one: css({
    background: theme.colors.action.hover,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.primary,
    padding: '0 6px',
  }),
});
