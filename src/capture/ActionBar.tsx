import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { SAVE_KEYS } from '../components/fields/saveKeys';
import { t } from '../i18n/t';

interface Props {
  /** Id of what says who will read it. */
  describedBy: string;
  saving: boolean;
  /** Without the right to save the button stays off. */
  allowed: boolean;
  onSave: () => void;
  onClose?: () => void;
}

/** Always in sight. */
export function ActionBar({ describedBy, saving, allowed, onSave, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A button that is switched off drops the focus, out of the modal.
    if (!allowed && document.activeElement === document.body) {
      close.current?.focus({ preventScroll: true });
    }
  }, [allowed]);
  return (
    <div className={styles}>
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
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    background: theme.colors.background.primary,
    borderTop: `1px solid ${theme.colors.border.weak}`,
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    justifyContent: 'flex-end',
    padding: theme.spacing(1.5, 0, 0.5),
    position: 'sticky',
    // Over Grafana's checkboxes, whose marks lie at 2.
    zIndex: 3,
  });
