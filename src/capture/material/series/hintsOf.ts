import { type Field, ThresholdsMode } from '@grafana/data';
import type { LimitHints } from '../../../domain/projection/proposeLimit';

/** What a field's config, overrides applied, says about limits. */
export function hintsOf({ config }: Field): LimitHints {
  const { thresholds, min, max, unit } = config;
  const steps = (thresholds?.steps ?? []).filter(({ value }) => typeof value === 'number' && Number.isFinite(value));
  const style: unknown = config.custom?.thresholdsStyle?.mode ?? 'off';
  return {
    steps: steps.map(({ value }) => ({ value })),
    mode: thresholds?.mode === ThresholdsMode.Percentage ? 'percentage' : 'absolute',
    min: min ?? undefined,
    max: max ?? undefined,
    unit,
    thresholdsShown: style !== 'off',
  };
}
