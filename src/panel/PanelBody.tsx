import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { failureText } from '../components/words/failureText';
import { testIds } from '../components/testIds';
import { QueuedNotice } from '../components/notices/QueuedNotice';
import { useSpeech } from '../components/words/useSpeech';
import type { NearMiss } from '../domain/fold/nearMiss';
import type { Speech } from '../domain/story/speech';
import type { Failure } from '../grafana/outcome';
import { whoAmI } from '../grafana/whoAmI';
import { EmptyPanel } from './EmptyPanel';
import { groupByOf } from './views/groupNearMisses';
import { ListView } from './views/ListView';
import { migrateOptions } from './migrateOptions';
import type { NearMissesOptions } from './NearMissesOptions';
import type { NearMissesProps } from './NearMissesProps';
import { applyPanelFilter, draftsFor, type PanelFilter, panelFilter } from './panelFilter';
import { PanelDrafts } from './PanelDrafts';
import { PanelHeader } from './PanelHeader';
import { StoryView } from './views/StoryView';
import { TimelineView } from './views/TimelineView';
import { TitleList } from './views/TitleList';
import { useFreshList } from './useFreshList';
import { useHoverTime } from './useHoverTime';
import { t } from '../i18n/t';

const NONE: readonly NearMiss[] = [];

export function PanelBody(props: NearMissesProps) {
  const styles = useStyles2(getStyles);
  const { width, height, timeZone, asOf } = props;
  const options = migrateOptions(props.options);
  const answer = useFreshList(asOf, options.limit);
  const speech = useSpeech(timeZone);
  const listeners = useHoverTime(props.publish);
  const { days } = options;
  const anew = panelFilter(options, props);
  // Variables and options come anew with each render; what they say changes rarely.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const filter = useMemo(() => anew, [JSON.stringify(anew)]);
  const all = answer.state === 'ready' ? answer.list.nearMisses : NONE;
  const shown = useMemo(() => applyPanelFilter(all, filter, { days }), [all, filter, days]);
  if (answer.state === 'failed') {
    return (
      <>
        <QueuedNotice />
        <Failed failure={answer.failure} onRetry={answer.retry} />
      </>
    );
  }
  const reading = answer.state === 'loading' || (answer.refreshing && !answer.list.complete);
  if (answer.state === 'loading' || (reading && shown.length === 0)) {
    return <LoadingPlaceholder text={t('panel.loading', 'Loading near misses…')} />;
  }
  const small = height < 150 || width < 220;
  return (
    <div className={styles} style={{ height }} data-testid={testIds.panel} {...listeners}>
      <PanelHeader count={shown.length} answer={answer} filter={filter} days={days} small={small} />
      {!small && <QueuedNotice />}
      {!small && <PanelDrafts drafts={draftsFor(answer.list.drafts, filter, options)} speech={speech} />}
      {shown.length === 0 ? (
        <EmptyPanel teach={all.length === 0} small={small} speech={speech} {...{ width, asOf }} />
      ) : (
        <View {...{ options, small, nearMisses: shown, filter, width, height, timeZone, speech }} />
      )}
    </div>
  );
}

interface ViewProps {
  options: NearMissesOptions;
  small: boolean;
  nearMisses: readonly NearMiss[];
  filter: PanelFilter;
  width: number;
  height: number;
  timeZone: string;
  speech: Speech;
}

function View({ options, small, nearMisses, filter, width, height, timeZone, speech }: ViewProps) {
  if (small) {
    return <TitleList nearMisses={nearMisses} speech={speech} />;
  }
  switch (options.view) {
    case 'timeline': {
      const groupBy = groupByOf(options, 'service');
      return <TimelineView {...{ nearMisses, groupBy, speech, timeZone, width, filter }} />;
    }
    case 'story':
      return <StoryView {...{ nearMisses, speech, width, height, turnEvery: options.turnEvery }} />;
    default:
      return <ListView {...{ nearMisses, speech, services: filter.services }} groupBy={groupByOf(options, '')} />;
  }
}

function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  // Whoever looks at a shared dashboard has no account, and cannot mend that by trying again.
  if ((failure.kind === 'unauthorized' || failure.kind === 'forbidden') && !whoAmI().signedIn) {
    return (
      <Alert
        severity="info"
        title={t('panel.shared', 'Near misses are not shown on shared dashboards; sign in to see them.')}
      />
    );
  }
  return (
    <Alert severity="error" title={t('panel.failed', 'The near misses could not be read')}>
      <p>{failureText(failure)}</p>
      <Button size="sm" variant="secondary" onClick={onRetry}>
        <Trans i18nKey="panel.retry">Try again</Trans>
      </Button>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.primary,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'auto',
    overflowWrap: 'anywhere',
    rowGap: theme.spacing(0.5),
  });
