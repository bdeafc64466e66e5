import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, Combobox, Field, TextLink, useStyles2 } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { pathPart } from '../domain/text/link';
import { useDashboardFolders, useStarterDashboard } from '../storage/react/useStarterDashboard';
import { NotRead } from './notices/NotRead';
import { failureText } from './words/failureText';
import { t } from '../i18n/t';

/** Makes the dashboard of near misses in a folder; nothing for those who may make none anywhere. */
export default function StarterDashboard() {
  const styles = useStyles2(getStyles);
  const id = useId();
  const folders = useDashboardFolders(t('starter.no-folder', 'No folder'));
  const { state, make } = useStarterDashboard();
  const [chosen, setChosen] = useState('');
  if (folders.state === 'failed') {
    const title = t('starter.unread', 'Where you may make dashboards could not be read');
    return <NotRead title={title} failure={folders.failure} onRetry={folders.retry} />;
  }
  const [first] = folders.state === 'ready' ? folders.value : [];
  if (folders.state === 'loading' || !first) {
    return null;
  }
  const folderUid = folders.value.some(({ uid }) => uid === chosen) ? chosen : first.uid;
  return (
    <div className={styles}>
      <p>
        <Trans i18nKey="starter.about">
          A dashboard to begin with: list, timeline and story of a team or a service, and the markers of all graphs.
        </Trans>
      </p>
      <Field noMargin htmlFor={id} label={t('starter.folder', 'Where it goes')}>
        <Combobox
          id={id}
          value={folderUid}
          options={folders.value.map(({ uid, path }) => ({ value: uid, label: path }))}
          onChange={({ value }) => setChosen(value)}
        />
      </Field>
      <div>
        <Button
          type="button"
          variant="secondary"
          icon={state.is === 'running' ? 'spinner' : 'apps'}
          onClick={() => void make(folderUid)}
        >
          <Trans i18nKey="starter.make">Make the dashboard</Trans>
        </Button>
      </div>
      <Result state={state} />
    </div>
  );
}

function Result({ state }: { state: ReturnType<typeof useStarterDashboard>['state'] }) {
  switch (state.is) {
    case 'failed':
      return (
        <Alert severity="error" title={t('starter.failed', 'The dashboard was not made')}>
          {failureText(state.failure)}
        </Alert>
      );
    case 'made':
      return (
        <Alert
          severity={state.isNew ? 'success' : 'info'}
          title={
            state.isNew
              ? t('starter.made', 'The dashboard is there')
              : t('starter.exists', 'That folder has a dashboard of this name; it was left as it is')
          }
        >
          <TextLink href={locationUtil.assureBaseUrl(`/d/${pathPart(state.uid)}`)}>
            {t('starter.open', 'Open it')}
          </TextLink>
        </Alert>
      );
    default:
      return null;
  }
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'grid', maxWidth: 480, rowGap: theme.spacing(2), '& > p': { margin: 0 } });
