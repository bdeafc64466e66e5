import { locationUtil } from '@grafana/data';
import { Alert, LinkButton } from '@grafana/ui';
import React from 'react';
import { routes } from '../../routes';
import { t } from '../../i18n/t';

/** For panels that show nothing over time. */
export function NoGraph({ onDismiss }: { onDismiss?: () => void }) {
  return (
    <Alert
      severity="info"
      title={t('no-graph.title', 'This panel shows no series over time, so there is no graph to keep')}
    >
      <p>
        {t(
          'no-graph.what',
          'You can record what happened without a graph, or open this from a panel that shows a graph.'
        )}
      </p>
      <LinkButton href={locationUtil.assureBaseUrl(routes.record)} onClick={onDismiss}>
        {t('no-graph.record', 'Record without a graph')}
      </LinkButton>
    </Alert>
  );
}
