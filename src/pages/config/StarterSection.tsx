import { Trans } from '@grafana/i18n';
import React from 'react';
import { StarterDashboard } from '../../components/StarterDashboard';

/** A dashboard to begin with, for a team that has none yet. */
export function StarterSection() {
  return (
    <section aria-labelledby="near-miss-starter">
      <h3 id="near-miss-starter">
        <Trans i18nKey="config.starter">Starter dashboard</Trans>
      </h3>
      <StarterDashboard />
    </section>
  );
}
