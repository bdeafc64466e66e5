import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SAVED_BY, type SavedBy } from '../../domain/record/record';
import { savedByLabel } from '../words/savedByLabel';

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
