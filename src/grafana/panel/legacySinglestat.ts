import { fieldOf, listOf, textOf } from '../../domain/json/fieldOf';
import { legacyNumber } from './legacyNumber';

/**
 * The field config that Grafana makes in the browser of a panel stored as `singlestat`: its unit, its colours as threshold
 * steps (the base first) and the ends of its gauge. Overrides of its own it keeps.
 */
export function singlestatFieldConfig(panel: unknown): { defaults: object; overrides: readonly unknown[] } {
  const unit = textOf(panel, 'format');
  const steps = stepsOf(panel);
  const isGauge = fieldOf(panel, 'gauge', 'show') === true;
  return {
    defaults: {
      ...(unit === '' ? {} : { unit }),
      ...(steps.length > 0 ? { thresholds: { mode: 'absolute', steps } } : {}),
      ...(isGauge
        ? { min: legacyNumber(panel, 'gauge', 'minValue'), max: legacyNumber(panel, 'gauge', 'maxValue') }
        : {}),
    },
    overrides: listOf(panel, 'fieldConfig', 'overrides'),
  };
}

/** "50,80" with three colours: the first one is the base's. */
function stepsOf(panel: unknown): Array<{ value: number; color: unknown }> {
  const levels = textOf(panel, 'thresholds');
  const colors = listOf(panel, 'colors');
  if (levels === '' || colors.length === 0) {
    return [];
  }
  const values = [-Infinity, ...levels.split(',').map((level) => Number(level))];
  return colors.flatMap((color, index) => {
    const value = values[index];
    return value === undefined || Number.isNaN(value) ? [] : [{ value, color }];
  });
}
