import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { SAVE_KEYS } from '../recording/form/saveKeys';
import { t } from '../i18n/t';

interface Props {
  /** Id of what says who will read it. */
  describedBy: string;
  saving: boolean;
  /** Without the right to save both buttons stay off. */
  allowed: boolean;
  onKeep: () => void;
  onSave: () => void;
  onClose?: () => void;
}

/** Always in sight: what cannot wait at 3 a.m. is the evidence, so Enter keeps the graph as soon as the modal is open. */
export function ActionBar({ describedBy, saving, allowed, onKeep, onSave, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const keep = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // A button that is switched off drops the focus, out of the modal.
    if (!allowed && document.activeElement === document.body) {
      close.current?.focus({ preventScroll: true });
    }
  }, [allowed]);
  return (
    <div className={styles.bar}>
      <Button
        ref={keep}
        variant="secondary"
        icon="save"
        disabled={!allowed}
        onClick={onKeep}
        aria-describedby={describedBy}
      >
        {t('capture.keep', 'Keep the graph')}
      </Button>
      <span className={styles.hint}>{t('capture.keep-hint', 'without a word, to be finished later')}</span>
      <span className={styles.end}>
        {onClose && (
          <Button ref={close} variant="secondary" fill="text" onClick={onClose}>
            {t('capture.close', 'Close')}
          </Button>
        )}
        <Button
          icon={saving ? 'spinner' : undefined}
          disabled={!allowed}
          onClick={onSave}
          title={t('capture.save-keys', 'Ctrl+Enter')}
          aria-keyshortcuts={SAVE_KEYS}
          aria-describedby={describedBy}
        >
          {saving ? t('capture.saving', 'Saving…') : t('capture.save', 'Save')}
        </Button>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    alignItems: 'center',
    background: theme.colors.background.primary,
    borderTop: `1px solid ${theme.colors.border.weak}`,
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0, 0.5),
    position: 'sticky',
    // Over Grafana's checkboxes, whose marks lie at 2.
    zIndex: 3,
  }),
  hint: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  }),
  end: css({ display: 'flex', gap: theme.spacing(1), marginLeft: 'auto' }),
});
