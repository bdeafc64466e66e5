import { css } from '@emotion/css';
import { cacheFieldDisplayNames, dateTimeFormat, FieldType, formattedValueToString, getDisplayProcessor } from '@grafana/data';
import { getFieldDisplayName, LoadingState, textUtil } from '@grafana/data';
import type { AbsoluteTimeRange, DataFrame, GrafanaTheme2, PanelData, TimeRange } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { type VizLegendOptions } from '@grafana/schema';
import { config, type PanelRendererProps } from '@grafana/runtime';
import { KeyboardPlugin, Tag, TimeSeries, Tooltip, TooltipPlugin2, useStyles2, VizTooltipContent, VizTooltipHeader } from '@grafana/ui';
import { VizTooltipWrapper } from '@grafana/ui';
import type { UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { configureFrames } from './fieldConfig';

const NEAREST_IN_TIME = 0;
const ALL_IN_TIME = 1;

type Plot = Parameters<Parameters<typeof TooltipPlugin2>[0]['render']>[0];
type Mark = { key: string; left: number; width: number; color: string; text: string; tags: string[]; from: number; to: number };

/** The rows of annotation frames, as regions on this plot. */
function readMarks(frames: DataFrame[], plot: Plot): Mark[] {
  return frames.flatMap((frame) => {
    const column = (name: string) => frame.fields.find((field) => field.name === name)?.values ?? [];
    return Array.from({ length: frame.length }, (_, at) => {
      const from: number = column('time')[at];
      const to: number = column('timeEnd')[at] ?? from;
      const [start, end] = [plot.valToPos(from, 'x'), plot.valToPos(to, 'x')];
      const text = String(column('text')[at] ?? column('title')[at] ?? '');
      const color = config.theme2.visualization.getColorByName(column('color')[at] ?? 'rgba(0, 211, 255, 1)');
      const left = Math.max(0, start);
      const width = Math.min(plot.over.clientWidth, end) - left;
      return { key: `${from}-${to}-${at}-${text}`, left, width, color, text, tags: column('tags')[at] ?? [], from, to };
    }).filter(({ left, width }) => width >= 0 && left <= plot.over.clientWidth);
  });
}

/** Shades regions behind the lines, once a draw. */
function drawRegions(plot: Plot, frames: DataFrame[]) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  for (const { left, width, color } of readMarks(frames, plot)) {
    ctx.fillStyle = ctx.strokeStyle = color;
    ctx.globalAlpha = 0.12;
    ctx.fillRect(bbox.left + left * ratio, bbox.top, width * ratio, bbox.height);
    ctx.globalAlpha = 0.8;
    ctx.setLineDash([5 * ratio, 5 * ratio]);
    for (const edge of width > 1 ? [left, left + width] : [left]) {
      ctx.beginPath();
      ctx.moveTo(bbox.left + edge * ratio, bbox.top);
      ctx.lineTo(bbox.left + edge * ratio, bbox.top + bbox.height);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** Annotation frames on a graph: shaded regions, and below them bars that tell more when pointed at or focused. */
function AnnotationMarks({ builder, frames, timeZone }: { builder: UPlotConfigBuilder; frames: DataFrame[]; timeZone: string }) {
  const styles = useStyles2(getStyles);
  const [state, setState] = useState<{ plot: Plot; marks: Mark[] }>();
  const [latest] = useState<{ frames: DataFrame[]; plot?: Plot }>({ frames });
  latest.frames = frames;
  useLayoutEffect(() => {
    builder.addHook('drawClear', (plot: Plot) => drawRegions(plot, latest.frames));
    builder.addHook('draw', (plot: Plot) => {
      latest.plot = plot;
      const marks = readMarks(latest.frames, plot);
      queueMicrotask(() =>
        setState((now) => (now?.plot === plot && JSON.stringify(now.marks) === JSON.stringify(marks) ? now : { plot, marks }))
      );
    });
  }, [builder, latest]);
  useLayoutEffect(() => latest.plot?.redraw(), [frames, latest]);
  return state
    ? createPortal(
        state.marks.map((mark) => (
          <Tooltip
            key={mark.key}
            interactive
            content={
              <div>
                {dateTimeFormat(mark.from, { timeZone })}
                {mark.to > mark.from ? ` – ${dateTimeFormat(mark.to, { timeZone })}` : ''}
                <div dangerouslySetInnerHTML={{ __html: textUtil.sanitize(mark.text) }} />
                {mark.tags.map((tag) => (
                  <Tag key={tag} name={tag} />
                ))}
              </div>
            }
          >
            <button
              type="button"
              aria-label="Annotation"
              data-testid={selectors.pages.Dashboard.Annotations.marker}
              className={styles.mark}
              style={{ left: mark.left - (mark.width > 6 ? 0 : 3), width: Math.max(6, mark.width), background: mark.color }}
            />
          </Tooltip>
        )),
        state.plot.over
      )
    : null;
}

type GraphProps = {
  data: PanelData;
  options: Record<string, unknown>;
  width: number;
  height: number;
  timeZone: string;
  onChangeTimeRange: (range: AbsoluteTimeRange) => void;
};

/** The time series panel: @grafana/ui's graph with its zoom, tooltip and keyboard, and our annotations. */
export function Graph({ data, options, width, height, timeZone, onChangeTimeRange }: GraphProps) {
  const frames = data.series;
  const { tooltip, legend } = options as { tooltip?: { mode?: string }; legend?: Partial<VizLegendOptions> };
  const mode = tooltip?.mode ?? 'single';
  if (!frames.some(({ fields, length }) => length > 0 && fields.some(({ type }) => type === FieldType.number))) {
    return <div data-testid="data-testid Panel data error message">No data</div>;
  }
  return (
    <TimeSeries
      frames={frames}
      width={width}
      height={height}
      timeRange={data.timeRange}
      timeZone={timeZone}
      structureRev={data.structureRev}
      legend={{ displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [], ...legend } as VizLegendOptions}
      options={options}
    >
      {(builder, aligned) => (
        <>
          <KeyboardPlugin config={builder} />
          {mode !== 'none' && (
            <TooltipPlugin2
              config={builder}
              hoverMode={mode === 'single' ? NEAREST_IN_TIME : ALL_IN_TIME}
              queryZoom={onChangeTimeRange}
              clientZoom
              render={(_plot, at, nearest) => tooltipOf(aligned, at, mode === 'single' ? nearest : null, timeZone)}
            />
          )}
          <AnnotationMarks builder={builder} frames={data.annotations ?? []} timeZone={timeZone} />
        </>
      )}
    </TimeSeries>
  );
}

function tooltipOf(aligned: DataFrame, at: Array<number | null>, only: number | null, timeZone: string) {
  const time = aligned.fields[0]?.values[at.find((index) => typeof index === 'number') ?? 0];
  const items = aligned.fields.flatMap((field, index) => {
    const row = at[index];
    const hidden = index === 0 || (only !== null && only !== index) || field.config.custom?.hideFrom?.tooltip;
    if (hidden || typeof row !== 'number') {
      return [];
    }
    const shown = (field.display ?? getDisplayProcessor({ field, theme: config.theme2 }))(field.values[row]);
    return [{ label: getFieldDisplayName(field, aligned), value: formattedValueToString(shown), color: shown.color }];
  });
  return (
    <VizTooltipWrapper>
      <VizTooltipHeader item={{ label: '', value: dateTimeFormat(time, { timeZone }) }} isPinned={false} />
      <VizTooltipContent items={items} isPinned={false} />
    </VizTooltipWrapper>
  );
}

const NOTHING = { defaults: {}, overrides: [] };

/** What plugins get as PanelRenderer: time series only. */
export function PanelRendererHere(props: PanelRendererProps) {
  const { pluginId, data, fieldConfig = NOTHING, timeZone = 'browser', options = {}, width, height, onChangeTimeRange } = props;
  const configured = useMemo(() => {
    const series = data ? configureFrames(data.series, fieldConfig, timeZone) : [];
    cacheFieldDisplayNames(series);
    return { state: LoadingState.Done, timeRange: {} as TimeRange, ...data, series };
  }, [data, fieldConfig, timeZone]);
  if (pluginId !== 'timeseries') {
    return <div>The preview draws no panel of type {pluginId}</div>;
  }
  if (!data) {
    return <div>No panel data</div>;
  }
  const change = onChangeTimeRange ?? (() => undefined);
  return <Graph data={configured} options={options} width={width} height={height} timeZone={timeZone} onChangeTimeRange={change} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    position: 'absolute',
    bottom: -8,
    height: 6,
    padding: 0,
    border: 0,
    borderRadius: theme.shape.radius.sm,
    cursor: 'pointer',
    zIndex: 2,
  }),
});
