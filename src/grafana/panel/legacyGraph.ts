import { fieldOf, listOf, textOf } from '../../domain/json/fieldOf';
import { isObject } from '../../domain/json/json';
import { legacyNumber } from './legacyNumber';

type Config = Record<string, unknown>;

interface Rule {
  matcher: { id: string; options: string };
  properties: Array<{ id: string; value: unknown }>;
}

interface Step {
  value: number;
  color: string;
}

/** How Grafana tells a pattern among the aliases of series overrides. */
const PATTERN = /^([/~@;%#'])(.*?)\1([gimsuy]*)$/;

/**
 * The field config that Grafana makes in the browser of a panel stored as `graph`: axes, thresholds, stack, overrides.
 * The rest of what such a panel says (legend, lines, points) decides nothing that is read here.
 */
export function graphFieldConfig(panel: unknown): { defaults: Config; overrides: readonly unknown[] } {
  const [left = {}, right = {}] = listOf(panel, 'yaxes').map(axisOf);
  const kept = fieldOf(panel, 'fieldConfig', 'defaults');
  const defaults = { ...(isObject(kept) ? kept : {}), ...left };
  const rules = listOf(panel, 'seriesOverrides').map((override) => ruleOf(override, right, defaults));
  return {
    defaults: { ...defaults, ...endsOf(panel), ...thresholdsOf(panel), custom: customOf(panel) },
    overrides: [
      ...listOf(panel, 'fieldConfig', 'overrides'),
      ...rules.filter(({ properties }) => properties.length > 0),
    ],
  };
}

/** A stack in percent begins and ends by itself. */
function endsOf(panel: unknown): Config {
  return isPercentStack(panel) && fieldOf(panel, 'yaxis') ? { min: undefined, max: undefined } : {};
}

/** What else stood in `custom` stays only where no axis is stored. */
function customOf(panel: unknown): Config {
  const kept = fieldOf(panel, 'fieldConfig', 'defaults', 'custom');
  const stacked = fieldOf(panel, 'stack') ? { stacking: stackingOf(isPercentStack(panel) ? 'percent' : 'normal') } : {};
  return {
    ...(isObject(kept) && !listOf(panel, 'yaxes')[0] ? kept : {}),
    spanNulls: fieldOf(panel, 'nullPointMode') === 'connected',
    ...stacked,
    ...thresholdsStyleOf(panel),
  };
}

function isPercentStack(panel: unknown): boolean {
  return Boolean(fieldOf(panel, 'stack')) && Boolean(fieldOf(panel, 'percentage'));
}

function stackingOf(mode: 'none' | 'normal' | 'percent', group = 'A') {
  return { mode, group };
}

/** Only what the axis says; the panel may say the rest. */
function axisOf(axis: unknown): Config {
  const unit = fieldOf(axis, 'format');
  const min = legacyNumber(axis, 'min');
  const max = legacyNumber(axis, 'max');
  return {
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

function ruleOf(override: unknown, right: Config, defaults: Config): Rule {
  const alias = textOf(override, 'alias');
  const ofRight = Object.entries(right).filter(([id, value]) => value !== defaults[id]);
  const stack = fieldOf(override, 'stack');
  const transform = textOf(override, 'transform');
  const properties = [
    ...(fieldOf(override, 'yaxis') === 2 ? ofRight.map(([id, value]) => ({ id, value })) : []),
    ...(stack === undefined ? [] : [{ id: 'custom.stacking', value: ownStackingOf(stack) }]),
    ...(transform === '' ? [] : [{ id: 'custom.transform', value: transform }]),
  ];
  return {
    matcher: { id: PATTERN.test(alias) ? 'byRegexp' : 'byName', options: alias },
    properties: alias === '' ? [] : properties,
  };
}

/** A text is the group to stack with. */
function ownStackingOf(stack: unknown) {
  return stackingOf(stack ? 'normal' : 'none', typeof stack === 'string' ? stack : undefined);
}

function thresholdsStyleOf(panel: unknown): Config {
  const stored = listOf(panel, 'thresholds');
  const area = stored.some((one) => Boolean(fieldOf(one, 'fill')));
  const line = stored.some((one) => Boolean(fieldOf(one, 'line')));
  const mode = area && line ? 'line+area' : area ? 'area' : 'line';
  return stored.length > 0 ? { thresholdsStyle: { mode } } : {};
}

function thresholdsOf(panel: unknown): Config {
  const stored = listOf(panel, 'thresholds')
    .flatMap((one) => {
      const value = legacyNumber(one, 'value');
      const op = textOf(one, 'op');
      return value === undefined || (op !== 'gt' && op !== 'lt')
        ? []
        : [{ value, below: op === 'lt', color: colorOf(one) }];
    })
    .sort((a, b) => a.value - b.value);
  const steps = stored.map(({ value, below, color }, index): Step => {
    const next = stored[index + 1];
    // Below a threshold the colour ends there, unless the next one colours what lies below it, too.
    return { value, color: below ? (next?.below ? next.color : 'transparent') : color };
  });
  const [first] = stored;
  const base: Step = { value: -Infinity, color: first?.below ? first.color : 'transparent' };
  return first ? { thresholds: { mode: 'absolute', steps: [base, ...steps] } } : {};
}

function colorOf(threshold: unknown): string {
  switch (textOf(threshold, 'colorMode')) {
    case 'warning':
      return 'orange';
    case 'custom':
      return textOf(threshold, 'fillColor') || textOf(threshold, 'lineColor');
    default:
      return 'red';
  }
}
