import { type Field, type FieldConfig, FieldType, ThresholdsMode } from '@grafana/data';
import { hintsOf } from './hintsOf';

const fieldOf = (config: FieldConfig): Field => ({ name: 'used', type: FieldType.number, config, values: [] });
const plain = (text = '') => text;
const stepsOf = (...values: unknown[]) => ({
  thresholds: JSON.parse(
    JSON.stringify({ mode: ThresholdsMode.Absolute, steps: values.map((value) => ({ value, color: 'red' })) })
  ),
});

it.each([null, 0, -Infinity, 35, 'x', undefined])('takes the first step for the base, stored as %p', (base) => {
  const { base: colour, steps } = hintsOf(fieldOf(stepsOf(base, 80)), plain);
  expect(colour).toBe('red');
  expect(steps).toEqual([{ value: 80, colour: 'red' }]);
});

it('has no step where there is none, or none with a number', () => {
  expect(hintsOf(fieldOf({}), plain)).toMatchObject({ steps: [], thresholdsShown: false, stepsUnfilled: false });
  expect(hintsOf(fieldOf(stepsOf(null, null, 'much', {})), plain).steps).toEqual([]);
});

it('reads numbers that are kept as text', () => {
  const config = { ...stepsOf(null, '80'), ...JSON.parse('{"min": "0", "max": "", "custom": {"axisSoftMax": 90}}') };
  expect(hintsOf(fieldOf(config), plain)).toMatchObject({
    steps: [{ value: 80 }],
    min: 0,
    max: undefined,
    softMax: 90,
  });
});

describe('a step of a variable', () => {
  const config = {
    thresholds: JSON.parse('{"mode":"absolute","steps":[{"value":null},{"value":1,"valueExpr":"$most"}]}'),
  };

  it('has the number of the variable', () => {
    const replace = (text = '') => text.replace('$most', ' 85 ');
    expect(hintsOf(fieldOf(config), replace)).toMatchObject({ steps: [{ value: 85 }], stepsUnfilled: false });
  });

  it('is none without a number, and that is known: its stored value is not what the panel shows', () => {
    for (const text of ['$most', '', '{1,2}', 'All']) {
      expect(hintsOf(fieldOf(config), () => text)).toMatchObject({ steps: [], stepsUnfilled: true });
    }
  });
});

it('counts thresholds as shown where the panel colours its values by them, unless nobody set them', () => {
  const config = stepsOf(null, 70);
  expect(hintsOf(fieldOf(config), plain, 'timeseries').thresholdsShown).toBe(false);
  expect(hintsOf(fieldOf(config), plain, 'gauge').thresholdsShown).toBe(true);
  const steps = [
    { color: 'green', value: -Infinity },
    { color: 'red', value: 80 },
  ];
  const untouched = { thresholds: { mode: ThresholdsMode.Absolute, steps } };
  expect(hintsOf(fieldOf(untouched), plain, 'stat').thresholdsShown).toBe(false);
});
