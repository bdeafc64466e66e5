import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../i18n/t';

interface Props {
  written: number;
  total: number;
  onCancel: () => void;
}

export function ImportProgress({ written, total, onCancel }: Props) {
  const styles = useStyles2(getStyles);
  const label = t('import.progress', '{{written}} of {{total}} annotations written', { written, total });
  return (
    <Stack alignItems="center" wrap="wrap">
      <progress className={styles} value={written} max={total} aria-label={label} />
      <span>{label}</span>
      <Button variant="secondary" onClick={onCancel}>
        <Trans i18nKey="import.cancel">Cancel</Trans>
      </Button>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ accentColor: theme.colors.primary.main, height: theme.spacing(2), maxWidth: '100%', width: '240px' });
