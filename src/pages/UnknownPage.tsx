import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import { routes } from '../routes';
import { t } from '../i18n/t';

/** Shown for an address of the app that leads nowhere. */
export function UnknownPage() {
  return (
    <PluginPage>
      <EmptyState
        variant="not-found"
        role="alert"
        message={t('unknown-page.message', 'There is no such page in Near Miss')}
        button={
          <LinkButton href={locationUtil.assureBaseUrl(routes.list)}>
            <Trans i18nKey="unknown-page.list">Go to all near misses</Trans>
          </LinkButton>
        }
      >
        <Trans i18nKey="unknown-page.hint">The address may have been cut off when it was copied.</Trans>
      </EmptyState>
    </PluginPage>
  );
}
