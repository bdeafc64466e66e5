import { valueAt } from './points';

const BETTER = 0.7;
const FASTER = 3;

/**
 * Where a level (or a slow climb) turns into the climb: the break of the continuous line of two parts with the least
 * squared error, the second at least three times as steep. 0 unless that takes three tenths off the error of one
 * straight line. O(n²): for blocks, not for raw points.
 */
export function hingeOf(values: readonly number[]): number {
  let best = { error: BETTER * brokenLine(values, 0).error, start: 0 };
  for (let start = 2; start < values.length - 2; start++) {
    const { error, before, after } = brokenLine(values, start);
    if (error < best.error && after > 0 && after >= FASTER * before) {
      best = { error, start };
    }
  }
  return best.start;
}

/** Least squares of c + a·i + k·max(0, i − start): its squared error, and the slopes a and a + k. */
function brokenLine(values: readonly number[], start: number) {
  const count = values.length;
  const mean = (of: (i: number) => number) => values.reduce((sum, _, i) => sum + of(i), 0) / count;
  const height = mean((i) => valueAt(values, i));
  const middle = (count - 1) / 2;
  const late = mean((i) => Math.max(0, i - start));
  let [uu, uv, vv, uy, vy, yy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const u = i - middle;
    const v = Math.max(0, i - start) - late;
    const y = valueAt(values, i) - height;
    uu += u * u;
    uv += u * v;
    vv += v * v;
    uy += u * y;
    vy += v * y;
    yy += y * y;
  }
  const determinant = uu * vv - uv * uv;
  const bend = start > 0 && determinant > 0 ? (uu * vy - uv * uy) / determinant : 0;
  const before = uu > 0 ? (uy - bend * uv) / uu : 0;
  return { error: Math.max(0, yy - before * uy - bend * vy), before, after: before + bend };
}
