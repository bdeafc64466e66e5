import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { scopeOf, scopeSearch } from '../../components/words/scope';
import { routes } from '../../routes';
import { t } from '../../i18n/t';

/** The one thing to do here, then the ways on; insights and the evidence pack open for the period and teams of the list. */
export function ListActions() {
  const styles = useStyles2(getStyles);
  const [address] = useSearchParams();
  const search = scopeSearch(scopeOf(address));
  const ways: ReadonlyArray<[string, string]> = [
    [routes.insights + search, t('list.insights', 'Insights')],
    [routes.pack + search, t('list.pack', 'Evidence pack')],
    [routes.transfer, t('list.transfer', 'Export and import')],
  ];
  return (
    <div className={styles.all}>
      <LinkButton href={locationUtil.assureBaseUrl(routes.record)}>{t('list.record', 'Record near miss')}</LinkButton>
      <div className={styles.quiet}>
        {ways.map(([href, words]) => (
          <LinkButton key={href} size="sm" variant="secondary" fill="text" href={locationUtil.assureBaseUrl(href)}>
            {words}
          </LinkButton>
        ))}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) }),
  quiet: css({ display: 'flex', flexWrap: 'wrap', marginLeft: theme.spacing(-1) }),
});
