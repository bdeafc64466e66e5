import type { Limit } from '../../projection/limit';
import type { Projection } from '../../projection/projection';
import type { Stretch } from '../../series/stretch';
import type { Point } from '../../series/thinPoints';
import { storyCrop } from './storyCrop';

/** What is to be brought into a box. */
export interface StoryShape {
  /** What was measured, in the order of time. */
  points: readonly Point[];
  stretch: Stretch;
  limit: Limit | null;
  projection: Projection | null;
  /** Epoch ms. */
  actedAt: number;
}

export interface StoryScale {
  /** Pixels from the left for an epoch ms; beyond the box for what lies outside the crop. */
  x(at: number): number;
  /** Pixels from the top for a value. */
  y(value: number): number;
  /** The part of the time axis that is shown. */
  crop: Stretch;
  /** The values at the bottom and at the top. */
  range: ValueRange;
}

export interface ValueRange {
  low: number;
  high: number;
}

interface Box {
  width: number;
  height: number;
}

/** Room beyond the limit, as a part of the distance from the limit to the farthest value: a fifth of the height. */
const BEYOND = 1 / 4;

/**
 * The scales of a picture: as wide as its crop, high enough for what was measured in it and for a zone beyond the limit;
 * where there is no such zone `margin` px are kept free.
 */
export function storyScale(shape: StoryShape, { width, height, margin }: Box & { margin: number }): StoryScale {
  const crop = storyCrop(shape);
  const top = shape.limit?.direction === 'rising' ? 0 : margin;
  const bottom = shape.limit?.direction === 'falling' ? 0 : margin;
  const inner = scaleOf(crop, valueRange(shape.points, shape.limit, crop), { width, height: height - top - bottom });
  return { ...inner, y: (value) => top + inner.y(value) };
}

/** The scales of a box that shows just that part of the time axis and those values. */
export function scaleOf(crop: Stretch, range: ValueRange, { width, height }: Box): StoryScale {
  return {
    x: (at) => share(at, crop.from, crop.to) * width,
    y: (value) => (1 - share(value, range.low, range.high)) * height,
    crop,
    range,
  };
}

/** The values that are shown of the points within a span of time: all that were measured, the limit, and a zone beyond it. */
export function valueRange(points: readonly Point[], limit: Limit | null, { from, to }: Stretch): ValueRange {
  const measured = points.filter(({ at }) => at >= from && at <= to).map(({ value }) => value);
  const [low, high] = extremesOf(limit && Number.isFinite(limit.value) ? [...measured, limit.value] : measured);
  if (!limit || !Number.isFinite(low)) {
    return { low, high };
  }
  return limit.direction === 'falling'
    ? { low: Math.min(low, limit.value - BEYOND * (high - limit.value)), high }
    : { low, high: Math.max(high, limit.value + BEYOND * (limit.value - low)) };
}

/** Not by spreading: a hand-made record may hold more points than a call takes arguments. */
function extremesOf(numbers: readonly number[]): [low: number, high: number] {
  return numbers.reduce<[number, number]>(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Infinity, -Infinity]
  );
}

/** So many boxes away from the box lies at most what is outside it. */
const FAR = 9;

/** Where a number lies between two others, 0 to 1 within them; the middle when they are equal or no numbers. */
function share(number: number, low: number, high: number): number {
  const part = (number / 2 - low / 2) / (high / 2 - low / 2);
  return Number.isFinite(part) ? Math.min(FAR, Math.max(-FAR, part)) : 0.5;
}
