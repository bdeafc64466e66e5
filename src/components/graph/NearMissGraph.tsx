import { css } from '@emotion/css';
import {
  type AbsoluteTimeRange,
  dateTime,
  EventBusSrv,
  type GrafanaTheme2,
  LoadingState,
  type PanelData,
  type TimeZone,
} from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { Button, type PanelContext, PanelContextProvider, useStyles2 } from '@grafana/ui';
import React, { memo, useMemo, useState } from 'react';
import { type Story, storyEnd, storyFrames, storyMarks, type StoryNames } from './storyFrames';
import { testIds } from '../testIds';
import { useWidth } from './useWidth';
import type { Stretch } from '../../domain/series/stretch';
import { t } from '../../i18n/t';

interface Props extends Story {
  stretch: Stretch | null;
  actedAt: number | null;
  /** What to show at first, epoch ms; widened to the end of the projection. */
  range: Stretch;
  timeZone: TimeZone;
  height?: number;
  /** Called with a part of the graph that was dragged over; without it dragging zooms in. */
  onStretch?: (stretch: Stretch) => void;
}

/** Room for the last label of the time axis, px. */
const EDGE = 12;

const OPTIONS = {
  legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
  // Grafana hangs drag-to-select on its tooltip.
  tooltip: { mode: 'multi', sort: 'none' },
  // Grafana 13.1 merges what lies close together: stretch and moment of acting would hide each other's words.
  annotations: { clustering: 0 },
};

/** The road not taken beside what was measured, drawn by Grafana's own time series panel. */
export const NearMissGraph = memo(function NearMissGraph({
  series,
  limit,
  projection,
  stretch,
  actedAt,
  range,
  timeZone,
  height = 300,
  onStretch,
}: Props) {
  const styles = useStyles2(getStyles);
  const [element, width] = useWidth<HTMLElement>();
  const [view, setView] = useState<Stretch | null>(null);
  const names = useMemo(storyNames, []);
  const whole = useMemo(() => widened(range, storyEnd({ projection })), [range, projection]);
  const shown = view ?? whole;
  const frames = useMemo(() => storyFrames({ series, limit, projection }, names), [series, limit, projection, names]);
  const marks = useMemo(() => storyMarks(stretch, actedAt, names), [stretch, actedAt, names]);
  const data = useMemo(() => panelData(frames, marks, shown), [frames, marks, shown]);
  const context = useMemo(ownContext, []);

  const onChangeTimeRange = ({ from, to }: AbsoluteTimeRange) => {
    const picked = { from: Math.round(from), to: Math.round(to) };
    if (onStretch && isPart(picked, shown)) {
      onStretch(picked);
    } else {
      setView(picked);
    }
  };
  return (
    <figure
      ref={element}
      className={styles.figure}
      data-testid={testIds.graph}
      aria-label={graphLabel(series[0]?.name ?? '')}
    >
      <PanelContextProvider value={context}>
        <PanelRenderer
          pluginId="timeseries"
          title=""
          width={width - EDGE}
          height={height}
          data={data}
          options={OPTIONS}
          timeZone={timeZone}
          onChangeTimeRange={onChangeTimeRange}
        />
      </PanelContextProvider>
      {view && (
        <Button
          className={styles.reset}
          size="sm"
          variant="secondary"
          icon="search-minus"
          onClick={() => setView(null)}
        >
          {t('graph.whole', 'Show all of it again')}
        </Button>
      )}
    </figure>
  );
});

function storyNames(): StoryNames {
  return {
    road: t('graph.road', 'Had it gone on'),
    stretch: t('graph.stretch', 'The stretch that was acted on'),
    acted: t('graph.acted', 'Acted'),
  };
}

function graphLabel(name: string): string {
  return t('graph.label', 'Graph of {{name}} with the road not taken', { name });
}

/** Double-click, dragging an axis and "zoom to data" give ranges beyond or as long as the one shown: those move the view. */
function isPart(picked: Stretch, shown: Stretch): boolean {
  return picked.from >= shown.from && picked.to <= shown.to && picked.to - picked.from < shown.to - shown.from;
}

function widened({ from, to }: Stretch, end: number | null): Stretch {
  return { from, to: Math.max(to, end ?? to) };
}

function panelData(series: PanelData['series'], annotations: PanelData['annotations'], shown: Stretch): PanelData {
  const from = dateTime(shown.from);
  const to = dateTime(shown.to);
  return { state: LoadingState.Done, series, annotations, timeRange: { from, to, raw: { from, to } } };
}

/** Inside a panel Grafana's context would tie this graph to that dashboard: its cursor, its annotations, its series. */
function ownContext(): PanelContext {
  return { eventsScope: 'near-miss', eventBus: new EventBusSrv() };
}

const getStyles = (theme: GrafanaTheme2) => ({
  figure: css({ margin: 0, minWidth: 0, overflow: 'hidden', position: 'relative' }),
  reset: css({ position: 'absolute', right: theme.spacing(1), top: theme.spacing(1) }),
});
