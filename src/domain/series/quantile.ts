import { valueAt } from './points';

/** Quantile `q` (0..1) of any list, linear between neighbours (type 7 of Hyndman and Fan); NaN when the list is empty. */
export function quantile(values: Iterable<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = valueAt(sorted, below);
  const step = valueAt(sorted, below + 1) - low;
  return position === below || step === 0 || low === Infinity ? low : low + step * (position - below);
}
