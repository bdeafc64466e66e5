import { DataTopic, type DataFrame, type Field, type FieldConfig, FieldType, ThresholdsMode } from '@grafana/data';
import type { EvidenceSeries } from '../../domain/series/evidence';
import { measuredPoints } from '../../domain/series/measuredPoints';
import type { Point } from '../../domain/series/thinPoints';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import type { Stretch } from '../../domain/series/stretch';
import { type ValueRange, valueRange } from '../../domain/story/picture/storyScale';

export interface Story {
  /** The first one is the series that was acted on. */
  series: readonly EvidenceSeries[];
  limit: Limit | null;
  projection: Projection | null;
  /** Epoch ms; what was measured later is drawn thinner. */
  actedAt: number | null;
}

/** Names of the lines and marks, translated. */
export interface StoryNames {
  road: string;
  stretch: string;
  acted: string;
  crossing: string;
  /** The line of a series after the acting. */
  after: (name: string) => string;
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

/** Room at the end of the axis that has no zone, as a part of its height. */
const ROOM = 0.03;
/** How far the road goes into the zone beyond the limit, as a part of it, and by how much it may grow for that. */
const INTO_ZONE = 0.7;
const MOST_BEYOND = 0.5;

/** The values at both ends of the axis for the part that is shown, a zone beyond the limit among them; null where none are known. */
export function storyRange({ series, limit }: Story, shown: Stretch): ValueRange | null {
  const { low, high } = valueRange(series.flatMap(measuredPoints), limit, shown);
  const room = ROOM * (high - low);
  if (!(room > 0 && room < Infinity)) {
    return null;
  }
  return {
    low: limit?.direction === 'falling' ? low : low - room,
    high: limit?.direction === 'rising' ? high : high + room,
  };
}

/** What is seen of the time axis, and the values at the ends of the other one. */
interface View {
  shown: Stretch;
  range: ValueRange | null;
}

/**
 * Frames for Grafana's time series panel: what was measured, the dashed road not taken and the band of what was likely, which
 * fades to the edge where it has no end. All lines have the same range: with different ones Grafana draws two axes.
 */
export function storyFrames(story: Story, names: StoryNames, view: View): DataFrame[] {
  const { range } = view;
  return linesAndBand(story, names, view).map((one) => (range ? withRange(one, range) : one));
}

function linesAndBand(story: Story, names: StoryNames, { shown, range }: View): DataFrame[] {
  const { series, limit, projection, actedAt } = story;
  const [main, ...others] = series;
  if (!main) {
    return [];
  }
  const [seen, after] = parted(main, actedAt);
  const frames = [
    measured(seen, limit, ACTUAL),
    ...(after ? [measured({ ...after, name: names.after(main.name) }, null, ACTUAL, 1)] : []),
    ...others.map((other) => measured(other, null, 'text')),
  ];
  const start = projection?.ok ? lastPoint(main, projection.window.to) : null;
  if (!projection?.ok || !limit || !start) {
    return frames;
  }
  const road: Road = {
    start,
    limit: limit.value,
    end: Math.min(start.at + projection.horizon, shown.to),
    unit: limit.unit,
  };
  if (projection.crossing !== null) {
    frames.push(roadFrame(road, projection, projection.crossing, names.road, range));
  }
  return [...frames, ...bandFrames(road, projection.lo, projection.hi)];
}

/** A series up to the acting, and from there on, where something of it was measured later; the second begins where the first ends. */
function parted(series: EvidenceSeries, actedAt: number | null): [seen: EvidenceSeries, after?: EvidenceSeries] {
  const later = actedAt === null ? -1 : series.times.findIndex((at) => at > actedAt);
  if (later < 1) {
    return [series];
  }
  const part = (from: number, to?: number) => ({
    ...series,
    times: series.times.slice(from, to),
    values: series.values.slice(from, to),
  });
  return [part(0, later), part(later - 1)];
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

interface Moments {
  stretch: Stretch | null;
  /** Epoch ms, as the crossing. */
  actedAt: number | null;
  crossing: number | null;
}

/** The stretch, the moment of acting and that of the crossing as annotations. */
export function storyMarks({ stretch, actedAt, crossing }: Moments, names: StoryNames): DataFrame[] {
  const marks: Mark[] = [];
  if (stretch) {
    marks.push({ time: stretch.from, timeEnd: stretch.to, isRegion: true, title: names.stretch, color: ACTUAL });
  }
  if (actedAt !== null) {
    marks.push({ time: actedAt, timeEnd: actedAt, isRegion: false, title: names.acted, color: 'text' });
  }
  if (crossing !== null) {
    marks.push({ time: crossing, timeEnd: crossing, isRegion: false, title: names.crossing, color: ROAD });
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

function measured(series: EvidenceSeries, limit: Limit | null, color: string, lineWidth = 2): DataFrame {
  const { name, unit, times, values } = series;
  const config: FieldConfig = {
    ...lineConfig(name, unit, color),
    thresholds: {
      mode: ThresholdsMode.Absolute,
      steps: [{ value: -Infinity, color: 'transparent' }, ...(limit ? [{ value: limit.value, color: LIMIT }] : [])],
    },
    custom: {
      lineWidth,
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

function withRange({ fields, ...rest }: DataFrame, { low, high }: ValueRange): DataFrame {
  return {
    ...rest,
    fields: fields.map((field) =>
      field.type === FieldType.number ? { ...field, config: { ...field.config, min: low, max: high } } : field
    ),
  };
}

type Answer = Extract<Projection, { ok: true }>;

/** Dashed to the crossing and on into the zone; dotted where it would rather have stopped. */
function roadFrame(road: Road, { p }: Answer, crossing: number, name: string, range: ValueRange | null): DataFrame {
  const { start, limit, unit } = road;
  const lineStyle = p < 0.5 ? { fill: 'dot', dash: [0, 6] } : { fill: 'dash', dash: [8, 8] };
  const config: FieldConfig = {
    ...lineConfig(name, unit, ROAD),
    custom: { lineWidth: 2, lineStyle, showPoints: 'never' },
  };
  const zone = range ? (limit > start.value ? range.high - limit : limit - range.low) : 0;
  const further = Math.min(MOST_BEYOND, (INTO_ZONE * zone) / Math.abs(limit - start.value)) || 0;
  const length = Math.max(0, crossing - start.at);
  const shares = Array.from({ length: ROAD_POINTS }, (_, i) => i / ROAD_POINTS).concat(1, 1 + further);
  const times = shares.map((share) => Math.round(start.at + share * length));
  const values = shares.map((share) => start.value + share * (limit - start.value));
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
  const width = Math.max(0, road.end - road.start.at) / PIECES;
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
