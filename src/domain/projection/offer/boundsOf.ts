import type { SeriesTraits } from '../projectStretch';
import type { LimitHints } from './limitHints';
import { thresholdSteps, wholeOf } from './thresholdSteps';

/**
 * The most and the least a series can be: the end of a percentage (100 or 1, and 0) or the panel's min and max where they reach
 * farther. A bound that a value or a threshold step lies beyond is none: CPUs count to 100 % each, and max may be where an axis ends.
 */
export function boundsOf(hints: LimitHints, values: readonly number[]): Pick<SeriesTraits, 'floor' | 'ceiling'> {
  const { min, max } = hints;
  const whole = wholeOf(hints.unit);
  const ceiling = whole === undefined ? max : Math.max(whole, max ?? whole);
  const floor = whole === undefined ? min : Math.min(0, min ?? 0);
  const { least, most } = knownSpan(hints, values);
  return {
    ...(ceiling !== undefined && most <= ceiling ? { ceiling } : {}),
    ...(floor !== undefined && least >= floor ? { floor } : {}),
  };
}

/** The least and the most that values and threshold steps show to be possible; the infinities the wrong way round without any. */
export function knownSpan(hints: LimitHints, values: readonly number[]): { least: number; most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (const list of [values, thresholdSteps(hints).map(({ value }) => value)]) {
    for (const value of list) {
      if (Number.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
  }
  return { least, most };
}
