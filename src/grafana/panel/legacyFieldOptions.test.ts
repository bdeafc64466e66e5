import { fieldOptionsConfig } from './legacyFieldOptions';

it('reads unit, ends, steps and title of a gauge that Grafana 6 stored', () => {
  const steps = [
    { value: null, color: 'green' },
    { value: 80, color: 'red' },
  ];
  const fieldOptions = { defaults: { unit: 'percent', max: 100, title: 'CPU' }, thresholds: steps, overrides: [] };
  expect(fieldOptionsConfig({ pluginVersion: '6.5.2', options: { fieldOptions } })).toMatchObject({
    defaults: { unit: 'percent', max: 100, displayName: 'CPU', thresholds: { mode: 'absolute', steps } },
    overrides: [],
  });
});

it('takes steps from wherever a version put them', () => {
  const steps = [{ value: 1 }];
  const inDefaults = { options: { fieldOptions: { defaults: { thresholds: steps } } } };
  const outside = { options: { fieldOptions: {}, thresholds: steps } };
  const whole = { options: { fieldOptions: { defaults: { thresholds: { mode: 'percentage', steps } } } } };
  expect(fieldOptionsConfig(inDefaults)?.defaults).toMatchObject({ thresholds: { mode: 'absolute', steps } });
  expect(fieldOptionsConfig(outside)?.defaults).toMatchObject({ thresholds: { mode: 'absolute', steps } });
  expect(fieldOptionsConfig(whole)?.defaults).toMatchObject({ thresholds: { mode: 'percentage', steps } });
});

it.each([
  {},
  { options: { fieldOptions: 'x' } },
  { pluginVersion: '7.0.0', options: { fieldOptions: { defaults: { unit: 's' } } } },
  { pluginVersion: '12.3.0', options: { fieldOptions: {} } },
])('is none of %j', (panel) => {
  expect(fieldOptionsConfig(panel)).toBeNull();
});
