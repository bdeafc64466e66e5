import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { NearMissRow } from '../../components/rows/NearMissRow';
import { WindowedRows } from '../../components/rows/WindowedRows';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import { GraphLink } from './GraphLink';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  speech: Speech;
}

export function ListView({ nearMisses, speech }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <WindowedRows label={t('panel.list', 'Near misses')} items={nearMisses} keyOf={({ id }) => id} estimatedHeight={92}>
      {(nearMiss) => (
        <div className={styles.row}>
          <NearMissRow nearMiss={nearMiss} speech={speech} href={routes.nearMiss(nearMiss.id)} compact />
          <GraphLink nearMiss={nearMiss} />
        </div>
      )}
    </WindowedRows>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The column is there also for rows without a graph: dates stand in line.
  row: css({
    alignItems: 'center',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 56px',
    '& > div': { borderBottom: 0 },
    '@container near-misses (max-width: 420px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& > a': { display: 'none' },
    },
  }),
});
