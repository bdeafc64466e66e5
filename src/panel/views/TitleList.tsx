import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { testIds } from '../../components/testIds';
import { WindowedRows } from '../../components/rows/WindowedRows';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';
import { t } from '../../i18n/t';

interface Props {
  nearMisses: readonly NearMiss[];
  speech: Speech;
}

/** All that a panel of a few grid cells has room for. */
export function TitleList({ nearMisses, speech }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <WindowedRows label={t('panel.list', 'Near misses')} items={nearMisses} keyOf={({ id }) => id} heightOf={() => 24}>
      {(nearMiss) => (
        <a
          className={styles}
          data-testid={testIds.item}
          data-at={nearMiss.actedAt}
          href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))}
          title={speech.time(nearMiss.actedAt)}
        >
          {headline(nearMiss)}
        </a>
      )}
    </WindowedRows>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.link,
    display: 'block',
    height: 24,
    lineHeight: '24px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  });
