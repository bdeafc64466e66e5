import { quantile } from '../series/quantile';
import { straightnessOf } from '../series/straightness';
import { theilSenSlope } from '../series/theilSenSlope';
import { valueAt } from '../series/points';

/** A stretch free of units: one step is one bucket of time, one unit of height the range of its peaks. */
export interface Shape {
  /** Heights of the peaks seen from the last one, which is 0; limits lie above. */
  heights: Float64Array;
  /** Distance of each peak from the robust line through all of them. */
  states: Float64Array;
  /** 0..1: how much of the climb is a straight line. */
  straightness: number;
  /** What one unit of height is in the series' own unit; 0 when all peaks are equal. */
  range: number;
}

/** Rounded to 1e-9 of the range, so that other units cannot break a tie the other way. */
export function shapeOf(peaks: Float64Array): Shape {
  const last = valueAt(peaks, peaks.length - 1);
  const range = Math.max(...peaks) - Math.min(...peaks);
  const heights = peaks.map((peak) => (range > 0 ? rounded((peak - last) / range) : 0));
  const slope = theilSenSlope(heights);
  const leaned = heights.map((height, i) => height - slope * i);
  const level = quantile(leaned, 0.5);
  return {
    heights,
    states: leaned.map((state) => rounded(state - level)),
    straightness: straightnessOf(heights),
    range,
  };
}

function rounded(height: number): number {
  return Math.round(height * 1e9) / 1e9;
}
