import { locationUtil } from '@grafana/data';
import { Alert, Button, LinkButton, Stack } from '@grafana/ui';
import React from 'react';
import { failureText } from '../../components/words/failureText';
import { routes } from '../../routes';
import type { NoSeries } from '../material/series/whyNoSeries';
import type { History } from './useHistory';
import { t } from '../../i18n/t';

interface Props {
  why: NoSeries;
  history: History;
  onDismiss?: () => void;
}

/** For panels that show nothing over time: what they show in its place, and the ways on. */
export function NoGraph({ why, history, onDismiss }: Props) {
  return (
    <Alert
      severity="info"
      title={t('no-graph.title', 'This panel shows no series over time, so there is no graph to keep')}
    >
      <p>{whyText(why)}</p>
      <p role="status">{historyText(history)}</p>
      <Stack wrap="wrap" gap={1}>
        {'ask' in history && (
          <Button type="button" onClick={history.ask}>
            {t('no-graph.ask', 'Ask for its history')}
          </Button>
        )}
        <LinkButton variant="secondary" href={locationUtil.assureBaseUrl(routes.record)} onClick={onDismiss}>
          {t('no-graph.record', 'Record without a graph')}
        </LinkButton>
      </Stack>
    </Alert>
  );
}

function whyText(why: NoSeries): string {
  switch (why) {
    case 'one-value':
      return t('no-graph.one-value', 'It shows one value, which says nothing of how it came there.');
    case 'table':
      return t('no-graph.table', 'It shows the rows of a table, not values one after the other.');
    case 'heatmap':
      return t('no-graph.heatmap', 'It shows a heatmap: how many values lie in each bucket, not the values.');
    case 'histogram':
      return t('no-graph.histogram', 'It shows a histogram: how often values occur, not when.');
    case 'not-over-time':
      return t('no-graph.not-over-time', 'It shows nothing that was measured time after time.');
    case 'nothing':
      return t('no-graph.nothing', 'Nothing was measured in the time that it shows.');
  }
}

function historyText(history: History): string {
  switch (history.state) {
    case 'none':
      return t(
        'no-graph.what',
        'You can record what happened without a graph, or open this from a panel that shows a graph.'
      );
    case 'offered':
      return t(
        'no-graph.instant',
        'Its query asks for one moment. The data source can be asked for the time that the dashboard shows.'
      );
    case 'asking':
      return t('no-graph.asking', 'Asking the data source…');
    case 'failed':
      return t('no-graph.failed', 'The data source did not answer. It said: {{detail}}', {
        detail: history.failure.detail || failureText(history.failure),
      });
    case 'answered':
      return t('no-graph.no-history', 'The data source was asked, and has no history of it in this time.');
  }
}
