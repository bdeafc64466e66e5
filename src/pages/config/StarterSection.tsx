import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import StarterDashboard from '../../components/StarterDashboard';

/** A dashboard to begin with, for a team that has none yet. */
export function StarterSection() {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles} aria-labelledby="near-miss-starter">
      <h3 id="near-miss-starter">
        <Trans i18nKey="config.starter">Starter dashboard</Trans>
      </h3>
      <StarterDashboard />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ marginTop: theme.spacing(3) });
