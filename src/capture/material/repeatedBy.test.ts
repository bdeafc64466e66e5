import { repeatedBy } from './repeatedBy';

const dashboard: Record<string, string> = { inst: 'one + two', region: 'Europe' };
const row: Record<string, string> = { 'inst:text': 'two', 'inst:raw': '10.0.0.2' };

const replace = (text: string, scope: object = {}) =>
  text.replace(/\$\{(\w+)(:\w+)\}/, (_, name: string, format: string) =>
    '__sceneObject' in scope ? (row[name + format] ?? dashboard[name] ?? '') : (dashboard[name] ?? '')
  );
const search = '?var-inst=one&var-inst=two&var-region=eu&from=now-6h';
const scope = { __sceneObject: { value: {} } };

it('finds what the row of a panel is repeated by', () => {
  expect(repeatedBy(search, scope, replace)).toEqual({ inst: { text: 'two', value: '10.0.0.2' } });
});

it('leaves what the panel itself is repeated by, and finds nothing where all is the dashboard’s', () => {
  expect(repeatedBy(search, { ...scope, inst: { text: 'three', value: '3' } }, replace)).toEqual({});
  expect(repeatedBy(search, {}, replace)).toEqual({});
});
