import { Trans } from '@grafana/i18n';
import { Alert, Button, LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../components/words/failureText';
import { useSettings } from '../../storage/react/useGrafana';
import { whoAmI } from '../../grafana/whoAmI';
import { ConfigurationForm } from './settings/ConfigurationForm';
import { StarterSection } from './StarterSection';
import { t } from '../../i18n/t';
import { translated } from '../../i18n/translated';

export function StoredConfiguration() {
  const { state, settings, failure, refresh } = useSettings();
  if (state === 'loading') {
    return <LoadingPlaceholder text={t('config.loading', 'Loading the configuration…')} />;
  }
  // Never an empty form in place of settings that could not be read: saving it would lose them.
  return state === 'failed' ? (
    <Alert severity="error" title={t('config.unread', 'The configuration could not be read')}>
      {failure && <p>{failureText(failure)}</p>}
      <Button variant="secondary" onClick={refresh}>
        <Trans i18nKey="config.retry">Try again</Trans>
      </Button>
    </Alert>
  ) : (
    <>
      <ConfigurationForm settings={settings} readOnly={!whoAmI().canEditConfiguration} />
      {whoAmI().canEditConfiguration && <StarterSection />}
    </>
  );
}

/** The tab of the app's own page under Plugins; Grafana draws the frame around it. */
const Configuration = translated(StoredConfiguration);
export default Configuration;
