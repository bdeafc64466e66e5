import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { locationService } from '@grafana/runtime';
import { LinkButton } from '@grafana/ui';
import React from 'react';

/** To Grafana's login and back to this page, for a reader who is let in without it. */
export function SignInLink() {
  const here = locationUtil.getUrlForPartial(locationService.getLocation(), { forceLogin: 'true' });
  return (
    // By a full load: the login is the server's.
    <LinkButton size="sm" variant="secondary" icon="signin" target="_self" href={here}>
      <Trans i18nKey="sign-in.link">Sign in</Trans>
    </LinkButton>
  );
}
