import { css } from '@emotion/css';
import { type AbsoluteTimeRange, EventBusSrv, type GrafanaTheme2, type IconName, type TimeZone } from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { Button, type PanelContext, PanelContextProvider, useStyles2 } from '@grafana/ui';
import React, { memo, useMemo, useState } from 'react';
import type { Stretch } from '../../domain/series/stretch';
import { t } from '../../i18n/t';
import { testIds } from '../testIds';
import { useSpeech } from '../words/useSpeech';
import { drawnIn, pictured, type Shown, viewsOf } from './drawnIn';
import { GraphOverlay } from './GraphOverlay';
import { useWidth } from './useWidth';

interface Props extends Shown {
  timeZone: TimeZone;
  height?: number;
  /** Called with a part of the graph that was dragged over; without it dragging zooms in. */
  onStretch?: (stretch: Stretch) => void;
}

/** Room for the last label of the time axis, px. */
const EDGE = 12;

const OPTIONS = {
  legend: { showLegend: false, displayMode: 'list', placement: 'bottom', calcs: [] },
  // Grafana hangs drag-to-select on its tooltip.
  tooltip: { mode: 'multi', sort: 'none' },
  // Grafana 13.1 merges what lies close together: stretch and moment of acting would hide each other's words.
  annotations: { clustering: 0 },
};
const WITH_LEGEND = { ...OPTIONS, legend: { ...OPTIONS.legend, showLegend: true } };

/**
 * The road not taken beside what was measured, drawn by Grafana's own time series panel and cropped to the road. Where a stretch
 * may be chosen it holds all of `range`. Nothing without a series: a limit alone would pass for a graph.
 */
export const NearMissGraph = memo(function NearMissGraph(props: Props) {
  const { series, timeZone, height = 300, onStretch } = props;
  const styles = useStyles2(getStyles);
  const speech = useSpeech(timeZone);
  const [element, width] = useWidth<HTMLElement>();
  const [view, setView] = useState<Stretch | null>(null);
  const { crop, whole } = useMemo(() => viewsOf(props, props.onStretch !== undefined), [props]);
  const shown = view ?? crop;
  const { data, range } = useMemo(() => drawnIn(props, shown), [props, shown]);
  const story = useMemo(() => pictured(props), [props]);
  const context = useMemo(ownContext, []);

  const onChangeTimeRange = ({ from, to }: AbsoluteTimeRange) => {
    const picked = { from: Math.round(from), to: Math.round(to) };
    if (onStretch && isPart(picked, shown)) {
      onStretch(picked);
    } else {
      setView(picked);
    }
  };
  return series.length === 0 ? null : (
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
          options={series.length > 1 ? WITH_LEGEND : OPTIONS}
          timeZone={timeZone}
          onChangeTimeRange={onChangeTimeRange}
        />
      </PanelContextProvider>
      {story && range && <GraphOverlay {...{ story, shown, range, element, speech }} />}
      <div className={styles.view}>
        {view ? (
          <ViewButton icon="search-minus" onClick={() => setView(null)}>
            {t('graph.road-again', 'Show the road again')}
          </ViewButton>
        ) : (
          whole.to > crop.to && (
            <ViewButton icon="arrows-h" onClick={() => setView(whole)}>
              {t('graph.horizon', 'Show the whole horizon')}
            </ViewButton>
          )
        )}
      </div>
    </figure>
  );
});

function ViewButton({ icon, onClick, children }: { icon: IconName; onClick: () => void; children: string }) {
  return (
    <Button size="sm" variant="secondary" fill="text" icon={icon} onClick={onClick}>
      {children}
    </Button>
  );
}

function graphLabel(name: string): string {
  return t('graph.label', 'Graph of {{name}} with the road not taken', { name });
}

/** Double-click, dragging an axis and "zoom to data" give ranges beyond or as long as the one shown: those move the view. */
function isPart(picked: Stretch, shown: Stretch): boolean {
  return picked.from >= shown.from && picked.to <= shown.to && picked.to - picked.from < shown.to - shown.from;
}

/** Inside a panel Grafana's context would tie this graph to that dashboard: its cursor, its annotations, its series. */
function ownContext(): PanelContext {
  return { eventsScope: 'near-miss', eventBus: new EventBusSrv() };
}

const getStyles = (theme: GrafanaTheme2) => ({
  figure: css({ margin: 0, minWidth: 0, overflow: 'hidden', position: 'relative' }),
  // As high with a button as without one.
  view: css({ display: 'flex', justifyContent: 'flex-end', minHeight: theme.spacing(3) }),
});
