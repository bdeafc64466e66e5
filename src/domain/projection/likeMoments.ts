import type { Shape } from './shapeOf';
import { valueAt } from './valueAt';

const ALIKE = 0.2;
const STEP_WEIGHT = 3;

/**
 * For each bucket the fifth of the buckets (from `from` on, without the last) in which the series stood most like it:
 * as far from its line, and having just moved as much. This is what keeps saws, stairs and seasons in phase.
 */
export function likeMoments({ heights, states }: Shape, from: number): number[][] {
  const end = heights.length - 1;
  const candidates = Array.from({ length: end - from }, (_, i) => from + i);
  const count = Math.max(1, Math.round(ALIKE * candidates.length));
  const moved = heights.map((height, i) => (i > 0 ? height - valueAt(heights, i - 1) : valueAt(heights, 1) - height));
  const distance = (a: number, b: number) =>
    Math.abs(valueAt(states, a) - valueAt(states, b)) + STEP_WEIGHT * Math.abs(valueAt(moved, a) - valueAt(moved, b));
  return Array.from(heights, (_, bucket) =>
    candidates
      .map((candidate) => ({ candidate, far: distance(candidate, bucket) }))
      .sort((a, b) => a.far - b.far || a.candidate - b.candidate)
      .slice(0, count)
      .map(({ candidate }) => candidate)
  );
}
