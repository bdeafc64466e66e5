import { fieldOf, listOf, textOf } from '../../domain/json/fieldOf';
import { isObject } from '../../domain/json/json';

/** The first version of Grafana that stores them as field config. */
const FIELD_CONFIG_SINCE = 7;

/**
 * The field config of a stat or gauge that Grafana 6 stored, where it stands in `options.fieldOptions`; null for any
 * other panel. Its thresholds are a list of steps there, the base first.
 */
export function fieldOptionsConfig(panel: unknown): { defaults: object; overrides: readonly unknown[] } | null {
  const old = fieldOf(panel, 'options', 'fieldOptions');
  if (!isObject(old) || parseFloat(textOf(panel, 'pluginVersion') || '6') >= FIELD_CONFIG_SINCE) {
    return null;
  }
  const kept = fieldOf(panel, 'fieldConfig', 'defaults');
  const { thresholds, ...own } = isObject(old.defaults) ? old.defaults : {};
  const steps = [thresholds, old.thresholds, fieldOf(panel, 'options', 'thresholds')].find(Array.isArray);
  const title = textOf(own, 'title');
  return {
    defaults: {
      ...(isObject(kept) ? kept : {}),
      ...own,
      ...(title === '' ? {} : { displayName: title }),
      ...(steps ? { thresholds: { mode: 'absolute', steps } } : isObject(thresholds) ? { thresholds } : {}),
    },
    overrides: [...listOf(panel, 'fieldConfig', 'overrides'), ...listOf(old, 'overrides')],
  };
}
