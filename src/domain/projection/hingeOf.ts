import { valueAt } from './valueAt';

const BETTER = 0.8;

/**
 * Where a level turns into a climb: the start whose fit "constant before, straight line from here" has the least
 * squared error. 0 unless that takes a fifth off the error of a climb that fills all of it. O(n²): for blocks, not
 * for raw points.
 */
export function hingeOf(values: readonly number[]): number {
  const errors = values.slice(0, -2).map((_, start) => squaredError(values, start));
  const best = Math.min(...errors);
  return best < BETTER * valueAt(errors, 0) ? errors.indexOf(best) : 0;
}

/** Least squares of c + k·max(0, i − start). */
function squaredError(values: readonly number[], start: number): number {
  const n = values.length;
  let x = 0;
  let y = 0;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const since = Math.max(0, i - start);
    const value = valueAt(values, i);
    x += since;
    y += value;
    xx += since * since;
    xy += since * value;
    yy += value * value;
  }
  const spread = xx - (x * x) / n;
  const shared = xy - (x * y) / n;
  return Math.max(0, yy - (y * y) / n - (spread > 0 ? (shared * shared) / spread : 0));
}
