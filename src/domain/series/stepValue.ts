import { STEPS } from './twelveBits';

/** The number that a quantised step stands for between `low` (step 0) and `high` (step 4095); NaN for a step below 0. */
export function stepValue(step: number, low: number, high: number): number {
  const share = step / STEPS;
  return step < 0 ? NaN : low * (1 - share) + high * share;
}
