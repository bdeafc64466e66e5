import type { LimitHints, ThresholdStep } from './limitHints';

/** Where Grafana's percent units end. */
const WHOLE: Readonly<Record<string, number>> = { percent: 100, percentunit: 1 };
/** A step beyond so many wholes was meant in another unit: 80 on a share of one. */
const MOST_WHOLES = 10;
const UNTOUCHED = { base: 'green', value: 80, colour: 'red' } as const;

/** 100 or 1 for Grafana's percent units, undefined for any other. */
export function wholeOf(unit: string | undefined): number | undefined {
  return unit === undefined ? undefined : WHOLE[unit];
}

/**
 * The steps that say something, ascending, in the series' own unit. Percentages count from min (0 where absent) to max, and say
 * nothing without a max: Grafana then counts to whatever was measured. Grafana's untouched default says nothing either.
 */
export function thresholdSteps(hints: LimitHints): ThresholdStep[] {
  return isUntouchedDefault(hints)
    ? []
    : resolved(hints)
        .filter((step) => Number.isFinite(step.value) && step.value <= farthest(hints))
        .sort((a, b) => a.value - b.value);
}

function resolved({ steps, mode, min = 0, max }: LimitHints): readonly ThresholdStep[] {
  if (mode === 'absolute') {
    return steps;
  }
  return max === undefined ? [] : steps.map((step) => ({ ...step, value: min + ((max - min) * step.value) / 100 }));
}

function farthest({ unit, max = -Infinity }: LimitHints): number {
  const whole = wholeOf(unit);
  return whole === undefined ? Infinity : Math.max(MOST_WHOLES * whole, max);
}

/** A single red step at 80 that nothing draws: what Grafana gives every new panel, whatever its unit. */
export function isUntouchedDefault({ base, steps, mode, thresholdsShown }: LimitHints): boolean {
  const [step, ...more] = steps;
  return (
    mode === 'absolute' &&
    !thresholdsShown &&
    more.length === 0 &&
    step?.value === UNTOUCHED.value &&
    (step.colour || UNTOUCHED.colour) === UNTOUCHED.colour &&
    (base || UNTOUCHED.base) === UNTOUCHED.base
  );
}
