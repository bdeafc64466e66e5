import { css } from '@emotion/css';
import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { EmptyState, LinkButton, useStyles2 } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { routes } from '../../routes';
import { t } from '../../i18n/t';

// Only who has no near miss yet needs it.
const StarterDashboard = lazy(() => import(/* webpackChunkName: "starter" */ '../../components/StarterDashboard'));

/** Says what a near miss is and how the first one gets here. */
export function TeachingEmptyState() {
  const styles = useStyles2(getStyles);
  return (
    <>
      <EmptyState
        variant="call-to-action"
        message={t('empty.message', 'No near miss has been recorded yet')}
        button={
          <LinkButton href={locationUtil.assureBaseUrl(routes.record)}>
            <Trans i18nKey="empty.record">Record one without a graph</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans i18nKey="empty.what">
            Somebody saw the memory climb and restarted the service in time; somebody read a diff closely and found the
            typo. It was almost an incident, and the only difference is when somebody noticed. That noticing can be
            learned, once it is written down.
          </Trans>
        </p>
        <p>
          <Trans i18nKey="empty.how">
            From a graph: open the menu of the panel and choose Record near miss (in older Grafana under Extensions).
            Keeping the graph takes a few clicks; the words can wait.
          </Trans>
        </p>
      </EmptyState>
      <div className={styles}>
        <Suspense fallback={null}>
          <StarterDashboard />
        </Suspense>
      </div>
    </>
  );
}

const getStyles = () => css({ margin: '0 auto' });
