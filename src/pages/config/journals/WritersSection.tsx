import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** Where near misses are kept decides who reads and writes them: Grafana's own rights, nothing to configure here. */
export function WritersSection() {
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
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ color: theme.colors.text.secondary });
