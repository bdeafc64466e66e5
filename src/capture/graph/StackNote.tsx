import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { t } from '../../i18n/t';

interface Props {
  series: PanelSeries;
  all: readonly PanelSeries[];
}

/** That the graph stacks, and what of the stack is shown here; nothing where it does not. */
export function StackNote({ series, all }: Props) {
  const styles = useStyles2(getStyles);
  return series.stack ? <p className={styles}>{noteText(series.stack, all)}</p> : null;
}

function noteText(stack: NonNullable<PanelSeries['stack']>, all: readonly PanelSeries[]): string {
  const total = all.find((one) => one.stack === 'total');
  if (stack === 'total') {
    return t('stack.of-total', 'The graph stacks its series: this is what they come to together.');
  }
  return total
    ? t('stack.of-layer', 'This is one layer of a stack, by itself. “{{total}}” is what the layers come to together.', {
        total: total.name,
      })
    : t('stack.alone', 'This is one layer of a stack, by itself: the graph draws it on top of the others.');
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 });
