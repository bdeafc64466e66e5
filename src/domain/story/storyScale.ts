import type { EvidenceSeries } from '../series/evidence';
import type { Projection } from '../projection/projection';
import type { Limit } from '../projection/limit';
import type { Stretch } from '../series/stretch';

/** What a still picture shows. */
export interface StoryShape {
  main: EvidenceSeries | undefined;
  stretch: Stretch;
  limit: Limit | null;
  projection: Projection | null;
}

export interface StoryScale {
  /** Pixels from the left for an epoch ms, within the picture. */
  x(at: number): number;
  /** Pixels from the top for a value, within the picture. */
  y(value: number): number;
  /** The last moment shown, epoch ms. */
  end: number;
}

interface Box {
  width: number;
  height: number;
  margin: number;
}

/**
 * The scales of a still picture: wide enough for the evidence and for what the projection says (to the end of its band,
 * or a good part of the horizon when the band is open), high enough for the limit.
 */
export function storyScale(shape: StoryShape, { width, height, margin }: Box): StoryScale {
  const times = [
    ...(shape.main?.times ?? []),
    shape.stretch.from,
    shape.stretch.to,
    ...projectedTimes(shape.projection),
  ];
  const values = [...(shape.main?.values ?? []), ...(shape.limit ? [shape.limit.value] : [])].filter(Number.isFinite);
  const [from, end] = extremesOf(times);
  const [low, high] = extremesOf(values);
  return {
    x: (at) => margin + share(at, from, end) * (width - 2 * margin),
    y: (value) => height - margin - share(value, low, high) * (height - 2 * margin),
    end,
  };
}

function projectedTimes(projection: Projection | null): number[] {
  if (!projection?.ok) {
    return [];
  }
  const { crossing, hi, window, horizon } = projection;
  const last = crossing ?? window.to;
  return [Math.max(last, hi ?? Math.min(window.to + horizon, last + (window.to - window.from) / 2))];
}

/** Not by spreading: a hand-made record may hold more points than a call takes arguments. */
function extremesOf(numbers: readonly number[]): [low: number, high: number] {
  return numbers.reduce<[number, number]>(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Infinity, -Infinity]
  );
}

/** Where a number lies between two others, 0 to 1; the middle when they are equal or no numbers. */
function share(number: number, low: number, high: number): number {
  const part = (number / 2 - low / 2) / (high / 2 - low / 2);
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0.5;
}
