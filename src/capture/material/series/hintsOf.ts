import { type Field, type InterpolateFunction, ThresholdsMode } from '@grafana/data';
import { fieldOf, textOf } from '../../../domain/json/fieldOf';
import type { LimitHints, ThresholdStep } from '../../../domain/projection/offer/limitHints';
import { isUntouchedDefault } from '../../../domain/projection/offer/thresholdSteps';
import { numberOf } from './numberOf';

/** Panels that show their values in the colours of the thresholds, and so the thresholds themselves. */
const COLOURED = ['stat', 'gauge', 'bargauge', 'singlestat'];

/**
 * What a field's config, overrides applied, says about limits. The first step is the base by its place: Grafana draws none for it,
 * whatever its value, and stores it as null, as 0 or not at all. A step of 13.3 may take its value from a variable.
 */
export function hintsOf({ config }: Field, replaceVariables: InterpolateFunction, panelType = ''): LimitHints {
  const { thresholds, min, max, unit } = config;
  const [base, ...stored]: readonly unknown[] = thresholds?.steps ?? [];
  const steps = stored.map((step) => stepOf(step, replaceVariables));
  const hints: LimitHints = {
    base: textOf(base, 'color'),
    steps: steps.filter(({ value }) => Number.isFinite(value)),
    mode: thresholds?.mode === ThresholdsMode.Percentage ? 'percentage' : 'absolute',
    min: numberOf(min),
    max: numberOf(max),
    softMin: numberOf(config.custom?.axisSoftMin),
    softMax: numberOf(config.custom?.axisSoftMax),
    unit,
    thresholdsShown: (config.custom?.thresholdsStyle?.mode ?? 'off') !== 'off',
    stepsUnfilled: stored.some((step, i) => textOf(step, 'valueExpr') !== '' && !Number.isFinite(steps[i]?.value)),
  };
  return COLOURED.includes(panelType) ? { ...hints, thresholdsShown: !isUntouchedDefault(hints) } : hints;
}

function stepOf(step: unknown, replaceVariables: InterpolateFunction): ThresholdStep {
  const expression = textOf(step, 'valueExpr');
  const value = expression === '' ? fieldOf(step, 'value') : replaceVariables(expression).trim();
  return { value: numberOf(value) ?? NaN, colour: textOf(step, 'color') };
}
