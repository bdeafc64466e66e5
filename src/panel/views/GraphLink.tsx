import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { sourceAddress } from '../../components/words/address';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { headline } from '../../domain/record/headline';
import { t } from '../../i18n/t';

/** To the exact panel and time; nothing for kinds without a graph. Plain, because Grafana takes clicks on links over by itself. */
export function GraphLink({ nearMiss }: { nearMiss: NearMiss }) {
  const styles = useStyles2(getStyles);
  return nearMiss.source?.dashboardUid ? (
    <a
      className={styles}
      href={locationUtil.assureBaseUrl(sourceAddress(nearMiss.source))}
      aria-label={t('panel.graph-of', 'Graph of {{headline}}', { headline: headline(nearMiss) })}
    >
      <Trans i18nKey="panel.graph">Graph</Trans>
    </a>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } });
