import {
  type ConfigOverrideRule,
  type DataTransformerConfig,
  displayNameOverrideProcessor,
  type FieldConfig,
  type FieldConfigPropertyItem,
  FieldConfigOptionsRegistry,
  type FieldConfigSource,
  fieldMatchers,
  identityOverrideProcessor,
  type Threshold,
  type ThresholdsConfig,
  ThresholdsMode,
} from '@grafana/data';
import { fieldOf, listOf, textOf } from '../../../domain/json/fieldOf';
import { isObject } from '../../../domain/json/json';
import { numberOf } from './numberOf';

/** A stored panel's field config: each half, each option and each rule by itself, without those that Grafana could not apply. */
export function readFieldConfig(stored: unknown): FieldConfigSource {
  return {
    defaults: defaultsOf(fieldOf(stored, 'defaults')),
    overrides: listOf(stored, 'overrides').filter(isRule).map(withoutBadProperties),
  };
}

/** Those of a stored panel's transformations that shape its series, in order. */
export function readTransformations(stored: readonly unknown[]): DataTransformerConfig[] {
  return stored.filter(isTransformation).filter(({ disabled, topic }) => !disabled && topic !== 'annotations');
}

/** Those of graphs: what is drawn and how, what stands on what or upside down, what bounds the axis, what a gap means. */
const CUSTOM = [
  'hideFrom',
  'thresholdsStyle',
  'drawStyle',
  'stacking',
  'transform',
  'axisSoftMin',
  'axisSoftMax',
  'spanNulls',
  'insertNulls',
];

/**
 * The options that decide what a series is called, in which unit, where its limits are and whether it is drawn.
 * Own items, because the time series panel's are not to be had without loading it.
 */
export function seriesOptions(): FieldConfigOptionsRegistry {
  const custom = CUSTOM.map((path) => optionItem({ id: `custom.${path}`, path, isCustom: true }));
  return new FieldConfigOptionsRegistry(() => [
    optionItem({ id: 'unit', path: 'unit', process: readUnit }),
    optionItem({ id: 'min', path: 'min', process: numberOf }),
    optionItem({ id: 'max', path: 'max', process: numberOf }),
    optionItem({ id: 'thresholds', path: 'thresholds', process: readThresholds }),
    optionItem({
      id: 'displayName',
      path: 'displayName',
      process: displayNameOverrideProcessor,
      // Without it Grafana leaves variables in the name.
      settings: { expandTemplateVars: true },
    }),
    ...custom,
  ]);
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

function defaultsOf(stored: unknown): FieldConfig {
  const custom = fieldOf(stored, 'custom');
  return {
    unit: readUnit(fieldOf(stored, 'unit')),
    min: numberOf(fieldOf(stored, 'min')),
    max: numberOf(fieldOf(stored, 'max')),
    displayName: textOf(stored, 'displayName') || undefined,
    thresholds: readThresholds(fieldOf(stored, 'thresholds')),
    custom: isObject(custom) ? custom : {},
  };
}

function readUnit(stored: unknown): string | undefined {
  return typeof stored === 'string' ? stored : undefined;
}

function readThresholds(stored: unknown): ThresholdsConfig | undefined {
  const steps = listOf(stored, 'steps').flatMap(readStep);
  const mode = fieldOf(stored, 'mode') === 'percentage' ? ThresholdsMode.Percentage : ThresholdsMode.Absolute;
  return steps.length > 0 ? { mode, steps } : undefined;
}

/**
 * JSON has no -Infinity: the base's value is stored as null. The first step is the base whatever its value, so it always stays. What
 * else a step says stays with it.
 */
function readStep(stored: unknown, index: number): Threshold[] {
  if (!isObject(stored)) {
    return [];
  }
  const isBase = index === 0 || stored.value === null || stored.value === undefined;
  const value = numberOf(stored.value) ?? (isBase ? -Infinity : undefined);
  return value === undefined ? [] : [{ ...stored, value, color: textOf(stored, 'color') }];
}

function isTransformation(stored: unknown): stored is DataTransformerConfig {
  return textOf(stored, 'id') !== '';
}

/** Whether Grafana knows the rule's matcher, and the matcher what to look for: otherwise no rule at all would be applied. */
function isRule(stored: unknown): stored is ConfigOverrideRule {
  try {
    const matcher = fieldMatchers.getIfExists(textOf(stored, 'matcher', 'id'));
    return matcher?.get(fieldOf(stored, 'matcher', 'options')) !== undefined;
  } catch {
    return false;
  }
}

function withoutBadProperties(rule: ConfigOverrideRule): ConfigOverrideRule {
  return { ...rule, properties: listOf(rule, 'properties').filter(isProperty) };
}

function isProperty(stored: unknown): stored is ConfigOverrideRule['properties'][number] {
  return textOf(stored, 'id') !== '';
}
