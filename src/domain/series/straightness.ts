import { valueAt } from './points';

/**
 * How much of the values' variation a straight line explains, 0 to 1 (R² of least squares over equal steps); 0 for a
 * constant. https://en.wikipedia.org/wiki/Coefficient_of_determination
 */
export function straightnessOf(values: ArrayLike<number>): number {
  const middle = (values.length - 1) / 2;
  const base = valueAt(values, 0);
  let sum = 0;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < values.length; i++) {
    const value = valueAt(values, i) - base;
    sum += value;
    xx += (i - middle) ** 2;
    xy += (i - middle) * value;
    yy += value * value;
  }
  const spread = yy - (sum * sum) / values.length;
  return spread > 0 && xx > 0 ? Math.min(1, (xy * xy) / (xx * spread)) : 0;
}
