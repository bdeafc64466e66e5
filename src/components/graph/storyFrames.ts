import { DataTopic, type DataFrame, type Field, type FieldConfig, FieldType, ThresholdsMode } from '@grafana/data';
import type { EvidenceSeries } from '../../domain/series/evidence';
import { measuredPoints } from '../../domain/series/measuredPoints';
import type { Point } from '../../domain/series/thinPoints';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import type { Stretch } from '../../domain/series/stretch';

export interface Story {
  /** The first one is the series that was acted on. */
  series: readonly EvidenceSeries[];
  limit: Limit | null;
  projection: Projection | null;
}

/** Names of the lines and marks, translated. */
export interface StoryNames {
  road: string;
  stretch: string;
  acted: string;
}

const ACTUAL = 'blue';
const ROAD = 'orange';
const LIMIT = 'red';

/** Where the band fades it is drawn in so many pieces, each paler than the one before. */
const PIECES = 16;
const DARKEST = 34;
/** The tooltip stops at points only. */
const ROAD_POINTS = 24;

const HIDDEN = { legend: true, tooltip: true, viz: false };

/** Frames for Grafana's time series panel: what was measured, the dashed road not taken and the band of what was likely. */
export function storyFrames(story: Story, names: StoryNames): DataFrame[] {
  return linesAndBand(story, names).map((one) => withRoom(one, story.limit));
}

function linesAndBand({ series, limit, projection }: Story, names: StoryNames): DataFrame[] {
  const [main, ...others] = series;
  if (!main) {
    return [];
  }
  const frames = [measured(main, limit, ACTUAL), ...others.map((other) => measured(other, null, 'text'))];
  const start = projection?.ok ? lastPoint(main, projection.window.to) : null;
  if (!projection?.ok || !limit || !start) {
    return frames;
  }
  const road: Road = { start, limit: limit.value, end: start.at + projection.horizon, unit: limit.unit };
  if (projection.crossing !== null) {
    frames.push(roadFrame(road, projection.crossing, names.road));
  }
  return [...frames, ...bandFrames(road, projection.lo, projection.hi)];
}

/** Where the drawing of the projection ends: at the horizon while it is open, soon after the latest crossing otherwise. */
export function storyEnd({ projection }: Pick<Story, 'projection'>): number | null {
  if (!projection?.ok) {
    return null;
  }
  const { window, horizon, crossing, lo, hi } = projection;
  const end = window.to + horizon;
  if (lo !== null && hi === null) {
    return end;
  }
  return Math.min(end, Math.max(window.to, crossing ?? 0, hi ?? 0) + horizon / 10);
}

/** The stretch and the moment of acting as annotations. */
export function storyMarks(stretch: Stretch | null, actedAt: number | null, names: StoryNames): DataFrame[] {
  const marks: Mark[] = [];
  if (stretch) {
    marks.push({ time: stretch.from, timeEnd: stretch.to, isRegion: true, title: names.stretch, color: ACTUAL });
  }
  if (actedAt !== null) {
    marks.push({ time: actedAt, timeEnd: actedAt, isRegion: false, title: names.acted, color: 'green' });
  }
  const field = (name: keyof Mark, type: FieldType): Field => ({
    name,
    type,
    config: {},
    values: marks.map((mark) => mark[name]),
  });
  return [
    {
      name: 'near-miss',
      meta: { dataTopic: DataTopic.Annotations },
      length: marks.length,
      fields: [
        field('time', FieldType.time),
        field('timeEnd', FieldType.time),
        field('isRegion', FieldType.boolean),
        field('title', FieldType.string),
        field('color', FieldType.string),
      ],
    },
  ];
}

interface Mark {
  time: number;
  timeEnd: number;
  isRegion: boolean;
  title: string;
  color: string;
}

interface Road {
  start: Point;
  limit: number;
  end: number;
  unit: string;
}

function measured(series: EvidenceSeries, limit: Limit | null, color: string): DataFrame {
  const { name, unit, times, values } = series;
  const config: FieldConfig = {
    ...lineConfig(name, unit, color),
    thresholds: {
      mode: ThresholdsMode.Absolute,
      steps: [{ value: -Infinity, color: 'transparent' }, ...(limit ? [{ value: limit.value, color: LIMIT }] : [])],
    },
    custom: {
      lineWidth: 2,
      showPoints: hasLonePoint(series) ? 'auto' : 'never',
      spanNulls: false,
      thresholdsStyle: { mode: limit ? 'line' : 'off' },
    },
  };
  const drawn = values.map((value) => (Number.isFinite(value) ? value : null));
  return frame(name, times, [{ name, type: FieldType.number, config, values: drawn }]);
}

/** Where it is alone between two gaps no line shows a point, and only `auto` makes Grafana draw a dot there. */
function hasLonePoint(series: EvidenceSeries): boolean {
  const points = measuredPoints(series);
  const breaksAt = (index: number) => points[index]?.afterGap ?? (index === 0 || index === points.length);
  return points.some((_, index) => breaksAt(index) && breaksAt(index + 1));
}

/** Without it the limit lies outside the graph until something reaches it; on all lines, or Grafana draws two axes. */
function withRoom({ fields, ...rest }: DataFrame, limit: Limit | null): DataFrame {
  if (!limit) {
    return { fields, ...rest };
  }
  const room = limit.direction === 'rising' ? { axisSoftMax: limit.value } : { axisSoftMin: limit.value };
  const custom = (config: FieldConfig) => ({ ...config, custom: { ...config.custom, ...room } });
  return { ...rest, fields: fields.map((field) => ({ ...field, config: custom(field.config) })) };
}

function roadFrame(road: Road, crossing: number, name: string): DataFrame {
  const config: FieldConfig = {
    ...lineConfig(name, road.unit, ROAD),
    custom: { lineWidth: 2, lineStyle: { fill: 'dash', dash: [8, 8] }, showPoints: 'never' },
  };
  const step = (crossing - road.start.at) / ROAD_POINTS;
  const times = Array.from({ length: ROAD_POINTS }, (_, i) => Math.round(road.start.at + i * step)).concat(crossing);
  const values = times.map((at) => heightAt(road, crossing, at));
  return frame(name, times, [{ name, type: FieldType.number, config, values }]);
}

/** From the earliest likely crossing to the latest; open ("or not at all") it runs on to the horizon and fades. */
function bandFrames(road: Road, lo: number | null, hi: number | null): DataFrame[] {
  if (lo === null) {
    return [];
  }
  if (hi !== null) {
    return [bandPiece(road, { lo, hi, from: road.start.at, to: hi, opacity: DARKEST, name: 'band' })];
  }
  const width = (road.end - road.start.at) / PIECES;
  return Array.from({ length: PIECES }, (_, piece) => {
    const from = road.start.at + piece * width;
    const opacity = Math.round(DARKEST * (1 - (piece + 0.5) / PIECES));
    return bandPiece(road, { lo, hi, from, to: from + width, opacity, name: `band ${piece}` });
  });
}

interface Piece {
  lo: number;
  hi: number | null;
  from: number;
  to: number;
  opacity: number;
  name: string;
}

function bandPiece(road: Road, { lo, hi, from, to, opacity, name }: Piece): DataFrame {
  const times = lo > from && lo < to ? [from, lo, to] : [from, to];
  const early = times.map((at) => heightAt(road, lo, at));
  const late = times.map((at) => (hi === null ? road.start.value : heightAt(road, hi, at)));
  const rising = road.limit >= road.start.value;
  const edge = (edgeName: string, values: number[], custom: object): Field => ({
    name: edgeName,
    type: FieldType.number,
    config: {
      ...lineConfig(edgeName, road.unit, ROAD),
      custom: { lineWidth: 0, showPoints: 'never', hideFrom: HIDDEN, ...custom },
    },
    values,
  });
  // Grafana fills from the upper edge down to the one it names.
  return frame(name, times, [
    edge(`${name} above`, rising ? early : late, { fillBelowTo: `${name} below`, fillOpacity: opacity }),
    edge(`${name} below`, rising ? late : early, { fillOpacity: 0 }),
  ]);
}

/** On the straight way to the limit that arrives at `crossing`, and at the limit from there. */
function heightAt({ start, limit }: Road, crossing: number, at: number): number {
  const share = crossing > start.at ? Math.min(1, (at - start.at) / (crossing - start.at)) : 1;
  return start.value + (limit - start.value) * share;
}

function lastPoint(series: EvidenceSeries, until: number): Point | null {
  return measuredPoints(series).findLast(({ at }) => at <= until) ?? null;
}

function lineConfig(displayName: string, unit: string, fixedColor: string): FieldConfig {
  return { displayName, unit, color: { mode: 'fixed', fixedColor } };
}

function frame(name: string, times: readonly number[], fields: Field[]): DataFrame {
  return {
    name,
    length: times.length,
    fields: [{ name: 'time', type: FieldType.time, config: {}, values: [...times] }, ...fields],
  };
}
