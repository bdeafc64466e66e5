import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { NearMissFilter } from '../../domain/fold/filter';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { narrows } from './listAddress';
import { t } from '../../i18n/t';

interface Props {
  /** Near misses that pass the filter. */
  shown: number;
  list: NearMissList;
  filter: NearMissFilter;
  refreshing: boolean;
}

/** How many are shown, whether more exist, and what a count does not say. */
export function CountLine({ shown, list, filter, refreshing }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <p className={styles}>
      <span role="status">
        {t('count.shown', '', {
          count: shown,
          defaultValue_one: '{{count}} near miss',
          defaultValue_other: '{{count}} near misses',
        })}
        {narrows(filter) && ` ${t('count.of', 'of {{total}} read', { total: list.nearMisses.length })}`}
        {moreText(list, refreshing)}
      </span>{' '}
      <Trans i18nKey="count.silence">
        A count says how often somebody wrote one down, not how safe things are: silence is not safety.
      </Trans>
    </p>
  );
}

function moreText({ complete }: NearMissList, refreshing: boolean): string {
  if (complete) {
    return '.';
  }
  return refreshing ? t('count.reading', '; reading the rest…') : t('count.more', '; more exist.');
}

const getStyles = (theme: GrafanaTheme2) => css({ color: theme.colors.text.secondary, margin: 0 });
