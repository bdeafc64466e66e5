import type { A_SOURCE } from '../../testing/builders/builders';
import { sayingVariables, valuesOf, variableOf } from './variables';

const said = (variables: typeof A_SOURCE.variables, variableTexts?: Record<string, string>) =>
  sayingVariables({ variables, variableTexts }, 'Alle');

it('says values by name, several joined as Grafana joins them, and every value as a word', () => {
  expect(said({ service: 'cart', pod: ['a, b', 'c'], job: '$__all', zone: ['$__all'] })).toEqual([
    'service=cart',
    'pod=a, b + c',
    'job=Alle',
    'zone=Alle',
  ]);
});

it('leaves out empty ones and data sources, by their name or by the uid of a provisioned one', () => {
  const silent = { cluster: '', pod: ['', ''], ds: 'x', DS_PROMETHEUS: 'x', datasource: 'x', logsDataSource: 'x' };
  expect(said({ ...silent, metrics: 'P4169E866C3094E38', dsl: 'on' })).toEqual(['dsl=on']);
});

it('says what people read in place of the values, and nothing where that is empty', () => {
  expect(said({ region: 'eu', ds: 'cart', logs: 'a1b2' }, { region: 'Europe', ds: 'Cart', logs: '' })).toEqual([
    'region=Europe',
    'ds=Cart',
  ]);
});

it('takes no text from what every object has by name', () => {
  expect(said({ constructor: 'x' }, {})).toEqual(['constructor=x']);
});

it.each([
  ['job|=|cart', 'job=cart'],
  ['job|!~|cart.*', 'job!~cart.*'],
  ['job,Job|=__gfp__|cart,Cart|mail,Mail', 'Job=Cart + Mail'],
  ['path|=|a__gfp__b__gfc__c__gfh__d', 'path=a|b,c#d'],
  ['job|=|cart#dashboard#restorable', 'job=cart'],
])('says the ad-hoc filter %s as people write it', (filter, text) => {
  expect(said({ Filters: filter })).toEqual([text]);
  expect(said({ Filters: [filter, 'pod|>|1'] })).toEqual([`${text} + pod>1`]);
});

it.each(['a|b', '|=|a', 'job|is|cart'])('says %s, which is no filter, as it is', (value) => {
  expect(said({ which: value })).toEqual([`which=${value}`]);
});

it('keeps one value as a text, several as a list', () => {
  expect([[], ['a'], ['a', 'b']].map(variableOf)).toEqual(['', 'a', ['a', 'b']]);
  expect(valuesOf('a, b')).toEqual(['a, b']);
});
