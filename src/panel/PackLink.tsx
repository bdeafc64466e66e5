import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { ALL_TIME, periodOf } from '../components/words/period';
import { scopeSearch } from '../components/words/scope';
import { routes } from '../routes';
import type { PanelFilter } from './panelFilter';

interface Props {
  filter: PanelFilter;
  /** 0: the dashboard's range. */
  days: number;
}

/** To the evidence pack of the panel's time and teams. */
export function PackLink({ filter: { range, teams }, days }: Props) {
  const styles = useStyles2(getStyles);
  const day = (at: number) => dateTimeFormat(at, { format: 'YYYY-MM-DD' });
  // An option holds any number, an address whole days up to four digits of them.
  const period = [`${days}d`, `${day(range.from)}..${day(range.to)}`].find((key) => periodOf(key, 0)) ?? ALL_TIME.key;
  return (
    <a className={styles} href={locationUtil.assureBaseUrl(`${routes.pack}${scopeSearch({ period, teams })}`)}>
      <Trans i18nKey="panel.pack">Evidence pack</Trans>
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ color: theme.colors.text.link, float: 'right', lineHeight: '24px', marginLeft: theme.spacing(1) });
