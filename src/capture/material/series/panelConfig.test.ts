import {
  applyFieldOverrides,
  createTheme,
  type Field,
  FieldType,
  getFieldDisplayName,
  toDataFrame,
} from '@grafana/data';
import { readFieldConfig, seriesOptions } from './panelConfig';

/** The config that a field called `heap` ends with. */
function configured(stored: unknown): Field['config'] & { name: string } {
  const frame = toDataFrame({ fields: [{ name: 'heap', type: FieldType.number, values: [1] }] });
  const [applied] = applyFieldOverrides({
    data: [frame],
    fieldConfig: readFieldConfig(stored),
    fieldConfigRegistry: seriesOptions(),
    replaceVariables: (text) => text.replace('$inst', 'two'),
    theme: createTheme(),
  });
  const field = applied?.fields[0];
  return { ...field?.config, name: field ? getFieldDisplayName(field, applied) : '' };
}

const rule = (options: unknown, value: unknown, id = 'byName') => ({
  matcher: { id, options },
  properties: [{ id: 'unit', value }],
});

it('keeps the defaults where there are no overrides', () => {
  const stored = { defaults: { unit: 'bytes', max: 4294967296 } };
  expect(configured(stored)).toMatchObject({ unit: 'bytes', max: 4294967296 });
});

it('keeps the overrides where there are no defaults', () => {
  expect(configured({ overrides: [rule('heap', 'ms')] })).toMatchObject({ unit: 'ms' });
});

it.each([
  ['without a matcher', { properties: [{ id: 'unit', value: 's' }] }],
  ['with a matcher that Grafana does not know', rule('heap', 's', 'byMoon')],
  ['with a pattern that is none', rule('/(/', 's', 'byRegexp')],
  ['without properties', { matcher: { id: 'byName', options: 'heap' } }],
  ['with a property that is none', { ...rule('heap', 's'), properties: [null, 7, { value: 's' }] }],
  ['that is none', null],
])('passes over a rule %s, and keeps the others', (_what, bad) => {
  expect(configured({ defaults: {}, overrides: [bad, rule('heap', 'ms')] })).toMatchObject({ unit: 'ms' });
});

it('passes over options that are of another kind, and keeps the others', () => {
  const stored = {
    defaults: {
      unit: 7,
      min: '0',
      max: 100,
      thresholds: { mode: 'absolute', steps: 'x' },
      custom: 'x',
      displayName: 4,
    },
    overrides: [{ matcher: { id: 'byName', options: 'heap' }, properties: [{ id: 'thresholds', value: 'x' }] }],
  };
  const config = configured(stored);
  expect(config).toMatchObject({ max: 100, name: 'heap' });
  expect([config.unit, config.min, config.thresholds]).toEqual([undefined, 0, undefined]);
});

it('reads the base step, which JSON stores as null, and leaves what else a step says', () => {
  const steps = [{ value: null, color: 'green' }, { value: 80, color: 'red', valueExpr: '$limit' }, { value: 'x' }, 7];
  expect(readFieldConfig({ defaults: { thresholds: { mode: 'percentage', steps } } }).defaults.thresholds).toEqual({
    mode: 'percentage',
    steps: [
      { value: -Infinity, color: 'green' },
      { value: 80, color: 'red', valueExpr: '$limit' },
    ],
  });
});

it('fills variables in the display name', () => {
  expect(configured({ defaults: { displayName: 'used on $inst' } }).name).toBe('used on two');
});

it('takes away what an override empties', () => {
  const emptied = { matcher: { id: 'byName', options: 'heap' }, properties: [{ id: 'max', value: null }] };
  expect(configured({ defaults: { max: 5 }, overrides: [emptied] }).max).toBeUndefined();
});

it.each([null, undefined, 7, 'x', [], { defaults: 7, overrides: {} }])('is empty for %j', (stored) => {
  expect(configured(stored)).toMatchObject({ name: 'heap', custom: {} });
  expect(configured(stored).unit).toBeUndefined();
});
