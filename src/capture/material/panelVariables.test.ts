import { sayingVariables } from '../../domain/record/variables';
import { panelVariables } from './panelVariables';

const texts = (search: string, known: readonly unknown[]) => panelVariables(search, {}, known).variableTexts;

it('reads one value as a text, and several, with commas in them, as a list', () => {
  const { variables } = panelVariables(
    '?var-service=cart,+eu&var-service=mail&var-one=a,b&from=now-6h&var-no=',
    {},
    []
  );
  expect(variables).toEqual({ service: ['cart, eu', 'mail'], one: 'a,b', no: '' });
});

it('keeps every value as a value and each ad-hoc filter as one', () => {
  const search = '?var-job=$__all&var-Filters=a%7C%3D%7Cb&var-Filters=c%7C%3D__gfp__%7Cd%7Ce';
  const { variables, variableTexts } = panelVariables(search, {}, [{ name: 'Filters', type: 'adhoc', filters: [] }]);
  expect(variables).toEqual({ job: '$__all', Filters: ['a|=|b', 'c|=__gfp__|d|e'] });
  expect(sayingVariables({ variables, variableTexts }, 'All')).toEqual(['job=All', 'a=b + c=d + e']);
});

it('puts those of a repeated panel before them: the value for the way back, the text for people', () => {
  const scopedVars = {
    region: { text: 'Europe', value: 'eu' },
    pods: { text: ['One', 'Two'], value: ['1', '2'] },
    id: { text: 'seven', value: 7 },
    __interval: { text: '1m', value: '1m' },
  };
  expect(panelVariables('?var-region=all&var-region=us', scopedVars, [])).toEqual({
    variables: { region: 'eu', pods: ['1', '2'], id: '7' },
    variableTexts: { region: 'Europe', pods: 'One + Two', id: 'seven' },
  });
});

it('says nothing for a data source, whatever it is called, and something for what is only called like one', () => {
  const known = [
    { name: 'metrics', type: 'datasource', current: { text: 'Prometheus', value: 'a1b2' } },
    { name: 'ds', type: 'custom', current: { text: 'set-1', value: 'set-1' } },
  ];
  expect(texts('?var-metrics=a1b2&var-ds=set-1&var-datasource=x', known)).toEqual({ metrics: '', ds: 'set-1' });
});

it('takes the text that Grafana shows while it is of that value, and never one for every value', () => {
  const known = [
    { name: 'region', type: 'query', current: { text: 'Europe', value: 'eu' } },
    { name: 'node', type: 'query', current: { text: ['db-1', 'db-2'], value: ['1', '2'] } },
    { name: 'old', type: 'query', current: { text: 'Older', value: 'before' } },
    { name: 'all', type: 'query', current: { text: ['All'], value: ['$__all'] } },
    { name: 'custom', type: 'custom', current: { text: '$__all', value: '$__all' } },
    { name: 'odd', type: 'query', current: 5 },
  ];
  const search = '?var-region=eu&var-node=1&var-node=2&var-old=now&var-all=$__all&var-custom=$__all&var-odd=5';
  expect(texts(search, known)).toEqual({ region: 'Europe', node: 'db-1 + db-2' });
});
