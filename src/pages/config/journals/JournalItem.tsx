import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, TextLink, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { failureText } from '../../../components/words/failureText';
import { journalName } from '../../../components/words/labels';
import type { AppSettings } from '../../../domain/record/settings';
import type { Folder } from '../../../grafana/folders';
import { unmapJournal } from '../../../storage/journals/makeJournal';
import type { Failure } from '../../../grafana/outcome';
import type { JournalState } from '../../../storage/journals/readJournals';
import { useSend } from '../../../storage/react/NearMissStoreProvider';
import { accessText } from './accessText';
import { pathPart } from '../../../domain/text/link';
import { t } from '../../../i18n/t';

interface Props {
  journal: JournalState;
  folders: readonly Folder[];
  readOnly: boolean;
  onChange: (stored: AppSettings) => void;
}

export function JournalItem({ journal, folders, readOnly, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const send = useSend();
  const [failure, setFailure] = useState<Failure | null>(null);
  const unmap = async () => {
    const unmapped = await unmapJournal(send, journal.dashboardUid);
    setFailure(unmapped.ok ? null : unmapped.failure);
    if (unmapped.ok) {
      onChange(unmapped.value);
    }
  };
  const { dashboardUid } = journal;
  const title = journalName(journal.title);
  return (
    <li className={styles}>
      <strong>
        {journal.is === 'there' ? (
          <TextLink href={locationUtil.assureBaseUrl(`/d/${pathPart(dashboardUid)}`)} inline={false}>
            {title}
          </TextLink>
        ) : (
          title
        )}
      </strong>
      <p>{mappingText(journal, folders)}</p>
      <State journal={journal} />
      {failure && (
        <Alert severity="error" title={t('config.journal-not-removed', 'The mapping is still there')}>
          {failureText(failure)}
        </Alert>
      )}
      {!readOnly && (
        <Button
          variant="secondary"
          size="sm"
          onClick={() => void unmap()}
          tooltip={t('config.journal-unmap-about', 'The dashboard and the near misses in it stay as they are')}
          aria-label={t('config.journal-unmap-which', 'Send no more near misses to {{title}}', { title })}
        >
          <Trans i18nKey="config.journal-unmap">Send no more near misses there</Trans>
        </Button>
      )}
    </li>
  );
}

/** What is wrong with it comes before who may read it. */
function State({ journal }: { journal: JournalState }) {
  switch (journal.is) {
    case 'gone':
      return (
        <Alert severity="error" title={t('config.journal-gone', 'This dashboard was deleted')}>
          <Trans i18nKey="config.journal-gone-about">
            What was kept in it went with it, and nothing can be recorded there. Make a new journal, then import the
            last export.
          </Trans>
        </Alert>
      );
    case 'forbidden':
      return (
        <Alert severity="warning" title={t('config.journal-forbidden', 'You may not open this dashboard')}>
          <Trans i18nKey="config.journal-forbidden-about">
            Those who may open it can go on recording there. Ask an administrator of its folder about it.
          </Trans>
        </Alert>
      );
    case 'unread':
      return (
        <Alert severity="warning" title={t('config.journal-unread', 'This journal could not be looked at')}>
          {failureText(journal.failure)}
        </Alert>
      );
    case 'there':
      return <There {...journal} />;
  }
}

function There({ managed, access, failure }: Extract<JournalState, { is: 'there' }>) {
  const { readers, writers } = accessText(access);
  return (
    <>
      {managed && (
        <Alert severity="error" title={t('config.journal-managed', 'This dashboard is no place for a journal')}>
          <Trans i18nKey="config.journal-managed-about">
            Provisioning or a plugin owns it and may delete it, and its near misses with it. Make another journal, and
            move them there below.
          </Trans>
        </Alert>
      )}
      {access.length > 0 && (
        <p>
          {readers} {writers}
        </p>
      )}
      {access.length === 0 && failure === null && (
        <p>
          <Trans i18nKey="config.journal-admins">Read and written by Admins alone.</Trans>
        </p>
      )}
      {failure && (
        <p>
          {t('config.journal-access-unread', 'Not all rights there could be read: {{why}}', {
            why: failureText(failure),
          })}
        </p>
      )}
    </>
  );
}

function mappingText({ folderUids, teams }: JournalState, folders: readonly Folder[]): string {
  const hidden = t('config.journal-folder-hidden', 'one that you may not see, or that was deleted');
  const paths = folderUids.map((uid) => folders.find((folder) => folder.uid === uid)?.path ?? hidden);
  return [
    paths.length > 0 ? t('config.journal-folders', 'Folder: {{names}}.', { names: paths.join(', ') }) : '',
    teams.length > 0 ? t('config.journal-teams', 'Team: {{names}}.', { names: teams.join(', ') }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    borderLeft: `2px solid ${theme.colors.border.medium}`,
    overflowWrap: 'anywhere',
    paddingLeft: theme.spacing(1.5),
    '& p': { marginBottom: theme.spacing(0.5) },
  });
