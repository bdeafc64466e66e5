import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { type Dispatch } from 'react';
import { useDashboardName } from '../../../components/words/useDashboardName';
import type { AppSettings } from '../../../domain/record/settings';
import type { FormAction, TeamRow } from './configurationForm';
import { t } from '../../../i18n/t';

interface Props {
  teams: readonly TeamRow[];
  /** As stored, for the titles of journals. */
  settings: AppSettings;
  problems: ReadonlyMap<number, string>;
  readOnly: boolean;
  dispatch: Dispatch<FormAction>;
}

export function TeamsSection({ teams, settings, problems, readOnly, dispatch }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-labelledby="near-miss-teams">
      <h3 id="near-miss-teams">
        <Trans i18nKey="config.teams">Teams</Trans>
      </h3>
      <p className={styles.about}>
        <Trans i18nKey="config.teams-about">
          Offered when a near miss is recorded. Renaming one leaves near misses that name it as they are.
        </Trans>
      </p>
      <ul className={styles.list}>
        {teams.map(({ row, name, journalUid }, index) => (
          <li key={row} className={styles.row}>
            <Field invalid={problems.has(row)} error={problems.get(row)} className={styles.name} noMargin>
              <Input
                aria-label={t('config.team-name', 'Name of team {{number}}', { number: index + 1 })}
                value={name}
                disabled={readOnly}
                onChange={({ currentTarget }) => dispatch({ do: 'renameTeam', row, name: currentTarget.value })}
              />
            </Field>
            {journalUid && (
              <span className={styles.journal}>
                <TeamJournal uid={journalUid} journals={settings.journals} />
              </span>
            )}
            {!readOnly && (
              <IconButton
                name="trash-alt"
                className={styles.remove}
                aria-label={t('config.team-remove', 'Remove team {{name}}', { name: name || index + 1 })}
                onClick={() => dispatch({ do: 'removeTeam', row })}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button variant="secondary" icon="plus" onClick={() => dispatch({ do: 'addTeam' })}>
          <Trans i18nKey="config.team-add">Add team</Trans>
        </Button>
      )}
    </section>
  );
}

function TeamJournal({ uid, journals }: { uid: string } & Pick<AppSettings, 'journals'>) {
  const known = journals.find(({ dashboardUid }) => dashboardUid === uid)?.title;
  const name = useDashboardName(uid, known);
  return <>{t('config.team-journal', 'Journal: {{name}}', { name })}</>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  about: css({ color: theme.colors.text.secondary }),
  list: css({ display: 'grid', listStyle: 'none', marginBottom: theme.spacing(1), rowGap: theme.spacing(1) }),
  row: css({ alignItems: 'flex-start', columnGap: theme.spacing(1), display: 'flex', flexWrap: 'wrap' }),
  name: css({ flex: '0 1 320px' }),
  journal: css({ color: theme.colors.text.secondary, lineHeight: theme.spacing(4) }),
  remove: css({ margin: theme.spacing(1, 0, 0) }),
});
