import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { t } from '../i18n/t';

interface Props {
  /** Id of what says who will read it. */
  describedBy: string;
  /** Without the right to save it stays off. */
  allowed: boolean;
  onKeep: () => void;
}

/** At the graph it keeps: what cannot wait at 3 a.m. is the evidence, so Enter keeps it as soon as the modal is open. */
export function KeepGraph({ describedBy, allowed, onKeep }: Props) {
  const styles = useStyles2(getStyles);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.keep}>
      <span className={styles.hint}>{t('capture.keep-hint', 'without a word, to be finished later')}</span>
      <Button
        ref={keep}
        variant="secondary"
        size="sm"
        icon="save"
        disabled={!allowed}
        onClick={onKeep}
        aria-describedby={describedBy}
      >
        {t('capture.keep', 'Keep the graph')}
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  keep: css({ alignItems: 'center', display: 'flex', gap: theme.spacing(1), marginLeft: 'auto' }),
  hint: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  }),
});
