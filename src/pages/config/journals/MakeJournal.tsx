import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useState } from 'react';
import { failureText } from '../../../components/words/failureText';
import { TextField } from '../../../components/fields/TextField';
import type { AppSettings } from '../../../domain/record/settings';
import type { Folder } from '../../../grafana/folders';
import { useMakeJournal } from './useMakeJournal';
import { t } from '../../../i18n/t';

interface Props {
  settings: AppSettings;
  folders: readonly Folder[];
  onMade: (stored: AppSettings) => void;
}

/** Folder, team and name: one step makes the dashboard and sends the folder's near misses there. */
export function MakeJournal({ settings, folders, onMade }: Props) {
  const styles = useStyles2(getStyles);
  const [path, setPath] = useState('');
  const [team, setTeam] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { state, make } = useMakeJournal(onMade);
  const folder = folders.find((each) => each.path.toLowerCase() === path.trim().toLowerCase());
  const title = typed ?? proposedTitle(team, folder);
  const former = folder && settings.journals.find(({ folderUid }) => folderUid === folder.uid);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (folder && title.trim() !== '') {
      void make({ title: title.trim(), folderUid: folder.uid, team: team.trim() });
    }
  };
  return (
    <form className={styles} onSubmit={submit} noValidate aria-labelledby="near-miss-make-journal">
      <h4 id="near-miss-make-journal">
        <Trans i18nKey="config.journal-make">Make a journal</Trans>
      </h4>
      <TextField
        label={t('config.journal-folder', 'Folder')}
        description={t('config.journal-folder-about', 'Whoever may edit it will write, whoever may view it will read')}
        value={path}
        onChange={setPath}
        offers={folders.map((each) => each.path)}
        error={tried && !folder ? t('config.journal-folder-none', 'Choose one of the folders offered.') : undefined}
      />
      <TextField
        label={t('config.journal-team', 'Team (may be empty)')}
        description={t('config.journal-team-about', 'Its near misses go there also from dashboards in other folders')}
        value={team}
        onChange={setTeam}
        offers={settings.teams.map(({ name }) => name)}
      />
      <TextField
        label={t('config.journal-title', 'Name of the journal')}
        description={t(
          'config.journal-title-about',
          'A new dashboard of this name; one of this name in the folder is taken as it is'
        )}
        value={title}
        onChange={setTyped}
        error={tried && title.trim() === '' ? t('config.journal-title-none', 'Give it a name.') : undefined}
      />
      {former && former.title !== title.trim() && (
        <p>
          {t('config.journal-replaces', 'This folder goes to “{{title}}” so far; what is kept there stays there.', {
            title: former.title,
          })}
        </p>
      )}
      <Outcome state={state} />
      <div>
        <Button type="submit" variant="secondary" icon={state.is === 'running' ? 'spinner' : 'plus'}>
          <Trans i18nKey="config.journal-make-it">Make the journal</Trans>
        </Button>
      </div>
    </form>
  );
}

function Outcome({ state }: { state: ReturnType<typeof useMakeJournal>['state'] }) {
  switch (state.is) {
    case 'managed':
      return (
        <Alert severity="error" title={t('config.journal-refused', 'That dashboard cannot be a journal')}>
          <Trans i18nKey="config.journal-refused-about">
            Provisioning or a plugin owns the dashboard of this name and may delete it, and its near misses with it.
            Choose another name.
          </Trans>
        </Alert>
      );
    case 'failed':
      return (
        <Alert severity="error" title={t('config.journal-not-made', 'The journal is not ready')}>
          {failureText(state.failure)}
        </Alert>
      );
    case 'made':
      return (
        <Alert severity="success" title={t('config.journal-made', 'The journal is ready')}>
          <Trans i18nKey="config.journal-made-about">
            Who may read and write there stands above. Grafana can take a minute until everybody’s rights are up to
            date.
          </Trans>
        </Alert>
      );
    default:
      return null;
  }
}

function proposedTitle(team: string, folder: Folder | undefined): string {
  const name = team.trim() || folder?.path.split(' / ').at(-1) || '';
  return name && t('config.journal-proposed', 'Near misses of {{name}}', { name });
}

const getStyles = (theme: GrafanaTheme2) => css({ display: 'grid', maxWidth: 480, rowGap: theme.spacing(2) });
