import { DataTopic, type DataFrame, type Field, type FieldConfig, FieldType, ThresholdsMode } from '@grafana/data';
import { lineConfig, lineFrame } from './lineFrame';
import { bandFrames, HIDDEN, ROAD, type Road, roadFrame } from './roadFrames';
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
}

const ACTUAL = 'blue';
const LIMIT = 'red';
/** Never shown: it is drawn over the line that has the name. */
const SEEN = 'seen';

/** Room at the end of the axis that has no zone, as a part of its height. */
const ROOM = 0.03;
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
  const { series, limit, projection } = story;
  const [main, ...others] = series;
  if (!main) {
    return [];
  }
  const frames = [...mainFrames(main, story), ...others.map((other) => measured(other, null, 'text'))];
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

/** The whole series, thin from the acting on: what came then is not what people had seen. */
function mainFrames(main: EvidenceSeries, { limit, actedAt }: Story): DataFrame[] {
  const later = actedAt === null ? -1 : main.times.findIndex((at) => at > actedAt);
  if (later < 1) {
    return [measured(main, limit, ACTUAL)];
  }
  const seen = { ...main, name: SEEN, times: main.times.slice(0, later), values: main.values.slice(0, later) };
  return [measured(main, limit, ACTUAL, { lineWidth: 1 }), measured(seen, null, ACTUAL, { hideFrom: HIDDEN })];
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

function measured(series: EvidenceSeries, limit: Limit | null, color: string, look = {}): DataFrame {
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
      ...look,
    },
  };
  const drawn = values.map((value) => (Number.isFinite(value) ? value : null));
  return lineFrame(name, times, [{ name, type: FieldType.number, config, values: drawn }]);
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

function lastPoint(series: EvidenceSeries, until: number): Point | null {
  return measuredPoints(series).findLast(({ at }) => at <= until) ?? null;
}
