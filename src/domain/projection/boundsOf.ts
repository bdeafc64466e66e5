import type { SeriesTraits } from './projectStretch';
import type { LimitHints } from './proposeLimit';

/** Where Grafana's percent units end. */
const WHOLE: Readonly<Record<string, number>> = { percent: 100, percentunit: 1 };

/**
 * The most and the least a series can be: the end of a percentage (100 or 1, and 0), else the panel's min and max. A bound
 * that a value or a threshold step lies beyond is none: CPUs count to 100 % each, and max may be where an axis ends.
 */
export function boundsOf(
  { unit, min, max, mode, steps }: LimitHints,
  values: readonly number[]
): Pick<SeriesTraits, 'floor' | 'ceiling'> {
  const whole = WHOLE[unit ?? ''];
  const known = [...values, ...(mode === 'absolute' ? steps.map(({ value }) => value) : [])].filter(Number.isFinite);
  const ceiling = whole ?? max;
  const floor = whole === undefined ? min : 0;
  return {
    ...(ceiling !== undefined && known.every((value) => value <= ceiling) ? { ceiling } : {}),
    ...(floor !== undefined && known.every((value) => value >= floor) ? { floor } : {}),
  };
}
