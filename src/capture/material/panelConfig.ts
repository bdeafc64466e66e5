import {
  type DataTransformerConfig,
  displayNameOverrideProcessor,
  type FieldConfigPropertyItem,
  FieldConfigOptionsRegistry,
  type FieldConfigSource,
  identityOverrideProcessor,
} from '@grafana/data';

const NO_FIELD_CONFIG: FieldConfigSource = { defaults: {}, overrides: [] };

/** A stored panel's field config; an empty one for anything that has another shape. */
export function readFieldConfig(stored: unknown): FieldConfigSource {
  return isFieldConfig(stored) ? stored : NO_FIELD_CONFIG;
}

/** Those of a stored panel's transformations that shape its series, in order. */
export function readTransformations(stored: readonly unknown[]): DataTransformerConfig[] {
  return stored.filter(isTransformation).filter(({ disabled, topic }) => !disabled && topic !== 'annotations');
}

/**
 * The options that decide what a series is called, in which unit, where its limits are and whether it is drawn.
 * Own items, because the time series panel's are not to be had without loading it.
 */
export function seriesOptions(): FieldConfigOptionsRegistry {
  const plain = ['unit', 'min', 'max', 'thresholds'].map((id) => optionItem({ id, path: id }));
  const custom = ['hideFrom', 'thresholdsStyle', 'spanNulls', 'insertNulls'].map((path) =>
    optionItem({ id: `custom.${path}`, path, isCustom: true })
  );
  const name = optionItem({ id: 'displayName', path: 'displayName', process: displayNameOverrideProcessor });
  return new FieldConfigOptionsRegistry(() => [...plain, ...custom, name]);
}

function optionItem(option: Pick<FieldConfigPropertyItem, 'id' | 'path'> & Partial<FieldConfigPropertyItem>) {
  return {
    name: option.id,
    shouldApply: () => true,
    process: identityOverrideProcessor,
    editor: () => null,
    override: () => null,
    ...option,
  };
}

function isTransformation(stored: unknown): stored is DataTransformerConfig {
  return hasKeys(stored, 'id') && typeof stored.id === 'string';
}

function isFieldConfig(stored: unknown): stored is FieldConfigSource {
  return (
    hasKeys(stored, 'defaults', 'overrides') &&
    typeof stored.defaults === 'object' &&
    stored.defaults !== null &&
    Array.isArray(stored.overrides) &&
    stored.overrides.every(isOverride)
  );
}

function isOverride(rule: unknown): boolean {
  return hasKeys(rule, 'matcher', 'properties') && hasKeys(rule.matcher, 'id') && Array.isArray(rule.properties);
}

function hasKeys<K extends string>(value: unknown, ...keys: K[]): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}
