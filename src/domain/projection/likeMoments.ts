import type { Shape } from './shape';
import { valueAt } from '../series/points';

const ALIKE = 0.2;
const STEP_WEIGHT = 3;
const NEARBY = 2;
const SLACK = 0.02;

/**
 * For each bucket the fifth of the buckets (from `from` on, without the last) in which the series stood most like it:
 * as far from its line, and having just moved as much. Left out are those more than twice as unlike as the third best,
 * so that a clean saw, staircase or season stays in phase.
 */
export function likeMoments({ heights, states }: Shape, from: number): number[][] {
  const end = heights.length - 1;
  const candidates = Array.from({ length: end - from }, (_, i) => from + i);
  const moved = heights.map((height, i) => (i > 0 ? height - valueAt(heights, i - 1) : valueAt(heights, 1) - height));
  const unlike = (a: number, b: number) =>
    Math.abs(valueAt(states, a) - valueAt(states, b)) + STEP_WEIGHT * Math.abs(valueAt(moved, a) - valueAt(moved, b));
  return Array.from(heights, (_, bucket) => mostAlike(candidates, (candidate) => unlike(candidate, bucket)));
}

function mostAlike(candidates: readonly number[], unlike: (candidate: number) => number): number[] {
  const nearest = candidates
    .map((candidate) => ({ candidate, far: unlike(candidate) }))
    .sort((a, b) => a.far - b.far || a.candidate - b.candidate)
    .slice(0, Math.max(1, Math.round(ALIKE * candidates.length)));
  const third = nearest[2] ?? nearest[0];
  return nearest.filter(({ far }) => !third || far <= NEARBY * third.far + SLACK).map(({ candidate }) => candidate);
}
