import { Trans } from '@grafana/i18n';
import React from 'react';
import type { Authorship } from '../../../domain/fold/authorship';
import { shownName } from '../../../domain/text/shownName';
import { t } from '../../../i18n/t';

/**
 * Whose words these are. A login is believed unless the seal is known to be broken; a first writer's name is only what the
 * copy says, so who copied it, whom Grafana names, comes first.
 */
export function Byline({ author: { login, sealed, writtenBy } }: { author: Authorship }) {
  if (sealed === false) {
    return <>{t('author.unsealed', 'changed outside Near Miss, Grafana does not say by whom')}</>;
  }
  if (!writtenBy) {
    return <Name login={login} />;
  }
  return (
    <Trans i18nKey="author.copied-by">
      copied by <Name login={login} />, first written by <Name login={writtenBy.login} />
    </Trans>
  );
}

/** Kept apart from the line's direction, because a name may be written the other way. */
function Name({ login }: { login: string }) {
  return <bdi>{shownName(login) || t('author.unnamed', 'someone without a login')}</bdi>;
}
