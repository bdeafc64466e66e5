import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import { routes } from '../routes';
import { t } from '../i18n/t';

/** As the panel's entry says it where Grafana does not load the app at all. */
export function DisabledApp() {
  return (
    <Alert severity="info" title={t('panel.disabled', 'The Near Miss app is disabled')}>
      <p>
        <Trans i18nKey="panel.disabled-about">
          Its near misses are kept, but not shown. An administrator can enable it; then reload this dashboard.
        </Trans>
      </p>
      <a className="external-link" href={locationUtil.assureBaseUrl(routes.configuration)}>
        <Trans i18nKey="panel.disabled-link">The plugin’s page</Trans>
      </a>
    </Alert>
  );
}
