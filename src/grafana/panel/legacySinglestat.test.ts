import { singlestatFieldConfig } from './legacySinglestat';

it('reads unit, colours as steps with the base first, and the ends of the gauge', () => {
  const panel = {
    format: 'percent',
    thresholds: '50, 80',
    colors: ['green', 'orange', 'red'],
    gauge: { show: true, minValue: 0, maxValue: 100 },
  };
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 50, color: 'orange' },
    { value: 80, color: 'red' },
  ];
  expect(singlestatFieldConfig(panel)).toEqual({
    defaults: { unit: 'percent', thresholds: { mode: 'absolute', steps }, min: 0, max: 100 },
    overrides: [],
  });
});

it('has no ends where no gauge is shown, and no steps without colours', () => {
  const panel = { format: 's', thresholds: '50,80', gauge: { show: false, minValue: 0, maxValue: 100 } };
  expect(singlestatFieldConfig(panel).defaults).toEqual({ unit: 's' });
});

it('passes over colours without a level and levels that are no number', () => {
  const { defaults } = singlestatFieldConfig({ thresholds: 'high,80', colors: ['a', 'b', 'c', 'd'] });
  expect(defaults).toMatchObject({
    thresholds: {
      steps: [
        { value: -Infinity, color: 'a' },
        { value: 80, color: 'c' },
      ],
    },
  });
});
