import { proposeStretches } from './proposeStretches';

/** The first of `proposeStretches`, undefined where it has none. */
export function proposeStretch(
  times: readonly number[],
  values: readonly number[],
  actedAt: number
): { from: number; to: number } | undefined {
  const [first] = proposeStretches(times, values, actedAt);
  return first && { from: first.from, to: first.to };
}
