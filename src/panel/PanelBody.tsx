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
import { EmptyPanel } from './EmptyPanel';
import { ListView } from './views/ListView';
import { DEFAULT_OPTIONS } from './NearMissesOptions';
import type { NearMissesProps } from './NearMissesProps';
import { applyPanelFilter, draftsFor, type PanelFilter, panelFilter } from './panelFilter';
import { PanelDrafts } from './PanelDrafts';
import { PanelHeader } from './PanelHeader';
import { StoryView } from './views/StoryView';
import { TimelineView } from './views/TimelineView';
import { TitleList } from './views/TitleList';
import { useFreshList } from './useFreshList';
import { t } from '../i18n/t';

const NONE: readonly NearMiss[] = [];

export function PanelBody(props: NearMissesProps) {
  const styles = useStyles2(getStyles);
  const { width, height, timeZone, asOf } = props;
  const options = { ...DEFAULT_OPTIONS, ...props.options };
  const answer = useFreshList(asOf, options.limit);
  const speech = useSpeech(timeZone);
  const filter = panelFilter(options, props);
  const all = answer.state === 'ready' ? answer.list.nearMisses : NONE;
  // Variables and options come anew with each render; what they say changes rarely.
  const said = JSON.stringify([filter, options.days]);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const shown = useMemo(() => applyPanelFilter(all, filter, options), [all, said]);
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
  const small = height < 150 || width < (options.view === 'list' ? 280 : 220);
  return (
    <div className={styles} style={{ height }} data-testid={testIds.panel}>
      <PanelHeader count={shown.length} answer={answer} filter={filter} days={options.days} small={small} />
      {!small && <QueuedNotice />}
      {!small && <PanelDrafts drafts={draftsFor(answer.list.drafts, filter, options)} speech={speech} />}
      {shown.length === 0 ? (
        <EmptyPanel teach={all.length === 0} small={small} />
      ) : (
        <View
          {...{ view: small ? 'titles' : options.view, nearMisses: shown, filter, width, height, timeZone, speech }}
        />
      )}
    </div>
  );
}

interface ViewProps {
  view: 'list' | 'timeline' | 'story' | 'titles';
  nearMisses: readonly NearMiss[];
  filter: PanelFilter;
  width: number;
  height: number;
  timeZone: string;
  speech: Speech;
}

function View({ view, nearMisses, filter, width, height, timeZone, speech }: ViewProps) {
  switch (view) {
    case 'titles':
      return <TitleList nearMisses={nearMisses} speech={speech} />;
    case 'timeline':
      return <TimelineView {...{ nearMisses, speech, timeZone, width, range: filter.range }} />;
    case 'story':
      return <StoryView {...{ nearMisses, speech, width, height }} />;
    default:
      return <ListView nearMisses={nearMisses} speech={speech} />;
  }
}

function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
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
