import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../i18n/t';

interface Props {
  handled: number;
  /** 0 while they are being counted. */
  total: number;
  onStop: () => void;
}

export function MoveProgress({ handled, total, onStop }: Props) {
  const styles = useStyles2(getStyles);
  const label =
    total > 0
      ? t('move.progress', 'Moving: {{handled}} of {{total}} near misses done', { handled, total })
      : t('move.counting', 'Reading what is to be moved…');
  return (
    <Stack alignItems="center" wrap="wrap">
      <progress className={styles} value={total > 0 ? handled : undefined} max={total || 1} aria-label={label} />
      <span role="status">{label}</span>
      <Button variant="secondary" onClick={onStop}>
        <Trans i18nKey="move.stop">Stop</Trans>
      </Button>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ accentColor: theme.colors.primary.main, height: theme.spacing(2), maxWidth: '100%', width: '240px' });
