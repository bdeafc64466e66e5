import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { JournalMapping } from '../../domain/settings';

/** Where near misses are kept decides who reads and writes them: Grafana's own rights, nothing to configure here. */
export function WritersSection({ journals }: { journals: readonly JournalMapping[] }) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-labelledby="near-miss-writers">
      <h3 id="near-miss-writers">
        <Trans i18nKey="config.writers">Who reads and writes</Trans>
      </h3>
      <p className={styles}>
        <Trans i18nKey="config.writers-organization">
          Near misses of the organization are read by everyone in it and written by Editors and Admins.
        </Trans>
      </p>
      <p className={styles}>
        <Trans i18nKey="config.writers-journal">
          Those in a journal, a dashboard in a team’s folder, are read by who may view that dashboard and written by who
          may edit it, whatever their role.
        </Trans>
      </p>
      {journals.length === 0 ? (
        <p>
          <Trans i18nKey="config.journals-none">No folder has a journal: all near misses are the organization’s.</Trans>
        </p>
      ) : (
        <ul className={styles} aria-label={t('config.journals', 'Journals')}>
          {journals.map(({ folderUid, dashboardUid, title }) => (
            <li key={folderUid}>
              <Trans i18nKey="config.journal" values={{ folderUid, title, dashboardUid }}>
                Folder {'{{folderUid}}'}: {'{{title}}'} ({'{{dashboardUid}}'})
              </Trans>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ color: theme.colors.text.secondary, 'ul&': { paddingLeft: theme.spacing(3) } });
