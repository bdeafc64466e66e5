import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../../components/words/failureText';
import type { AppSettings } from '../../../domain/record/settings';
import { useFolders, useJournals } from '../../../storage/react/useJournals';
import { JournalItem } from './JournalItem';
import { MakeJournal } from './MakeJournal';
import { t } from '../../../i18n/t';

interface Props {
  /** As stored; stable. */
  settings: AppSettings;
  readOnly: boolean;
  /** After journals were changed on the server. */
  onChange: (stored: AppSettings) => void;
}

/** The journals there are, what is wrong with them, who may read and write there now, and how one is made. */
export function JournalsSection({ settings, readOnly, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const answer = useJournals(settings);
  const folders = useFolders();
  const known = folders.state === 'ready' ? folders.value : [];
  return (
    <section aria-labelledby="near-miss-journals" className={styles.section}>
      <h3 id="near-miss-journals">
        <Trans i18nKey="config.journals">Journals</Trans>
      </h3>
      <p className={styles.about}>
        <Trans i18nKey="config.journals-about">
          A journal is a dashboard in a team’s folder. Near misses seen on dashboards of that folder, or of folders in
          it, are kept there, so the folder’s rights decide who reads and writes them. Deleting the dashboard deletes
          them: export them first.
        </Trans>
      </p>
      {answer.state === 'loading' && (
        <LoadingPlaceholder text={t('config.journals-loading', 'Reading the journals…')} />
      )}
      {answer.state === 'ready' && answer.value.length === 0 && (
        <p>
          <Trans i18nKey="config.journals-none">No folder has a journal: all near misses are the organization’s.</Trans>
        </p>
      )}
      {answer.state === 'ready' && answer.value.length > 0 && (
        <ul className={styles.list} aria-labelledby="near-miss-journals">
          {answer.value.map((journal) => (
            <JournalItem key={journal.dashboardUid} {...{ journal, folders: known, readOnly, onChange }} />
          ))}
        </ul>
      )}
      {folders.state === 'failed' && (
        <Alert severity="error" title={t('config.folders-failed', 'The folders could not be read')}>
          <p>{failureText(folders.failure)}</p>
          <Button variant="secondary" onClick={folders.retry}>
            <Trans i18nKey="config.retry">Try again</Trans>
          </Button>
        </Alert>
      )}
      {!readOnly && folders.state === 'ready' && <MakeJournal settings={settings} folders={known} onMade={onChange} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ maxWidth: 900, width: '100%' }),
  about: css({ color: theme.colors.text.secondary }),
  list: css({ display: 'grid', listStyle: 'none', marginBottom: theme.spacing(2), rowGap: theme.spacing(2) }),
});
