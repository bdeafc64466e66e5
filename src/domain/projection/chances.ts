import type { Shape } from './shape';

/** The chance of a crossing by any time, as quantiles; times in buckets after the last one, Infinity = never. */
export interface Chances {
  /** One in ten crosses before. */
  lo: number;
  /** Nine in ten cross before. */
  hi: number;
  /** Chance of a crossing within the horizon, 0..1. */
  p: number;
}

/**
 * Counts in that growths stop. A growth that lasted w goes on for x more with chance (w / (w + x))^a, the Lindy rule;
 * a goes from 0.8 for a straight climb to 1.3 for a crooked one. A crooked one also leans up to three tenths on what growths
 * do in general (x / (x + w) crossed by x, later for a farther limit), because its own past says little.
 * The three constants were settled on 1,858 episodes of real traces (docs/adr/0011-projection-method.md).
 */
export function chancesOf(
  crossings: Float64Array,
  { heights, straightness }: Shape,
  gap: number,
  horizon: number
): Chances {
  const lasted = heights.length;
  const power = 1.3 - 0.5 * straightness;
  const lean = 0.3 * (1 - straightness) ** 2;
  const scale = lasted * (1 + gap);
  const weigh = (x: number) => ((1 - lean) / crossings.length) * (1 + x / lasted) ** -power;
  const reached = (share: number) => quantileOf(crossings, weigh, share, (rest) => backwards(rest / lean, scale));
  let p = (lean * horizon) / (horizon + scale);
  for (const crossing of crossings) {
    p += crossing <= horizon ? weigh(crossing) : 0;
  }
  return { lo: reached(0.1), hi: reached(0.9), p };
}

/** When the general share x / (x + scale) reaches `share`. */
function backwards(share: number, scale: number): number {
  return share < 1 ? (scale * Math.max(0, share)) / (1 - share) : Infinity;
}

/** First time by which the weighed crossings plus the general share make up `share`. */
function quantileOf(
  crossings: Float64Array,
  weigh: (x: number) => number,
  share: number,
  generally: (rest: number) => number
): number {
  let sum = 0;
  let previous = 0;
  for (const crossing of crossings) {
    const alone = generally(share - sum);
    if (alone <= crossing) {
      return Math.max(previous, alone);
    }
    sum += weigh(crossing);
    previous = crossing;
  }
  return Math.max(previous, generally(share - sum));
}
