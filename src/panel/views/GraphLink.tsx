import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { sourceAddress } from '../../components/words/address';
import { unescaped } from '../../components/words/unescaped';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';

/** To the exact panel and time; nothing for kinds without a graph. Plain, because Grafana takes clicks on links over by itself. */
export function GraphLink({ nearMiss }: { nearMiss: NearMiss }) {
  const styles = useStyles2(getStyles);
  return nearMiss.source?.dashboardUid ? (
    <a
      className={styles}
      href={locationUtil.assureBaseUrl(sourceAddress(nearMiss.source))}
      aria-label={t('panel.graph-of', 'Graph of {{headline}}', { headline: headline(nearMiss), ...unescaped })}
    >
      <Trans i18nKey="panel.graph">Graph</Trans>
    </a>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } });
