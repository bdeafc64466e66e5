import fc from 'fast-check';
import { aRecord, A_SOURCE } from '../../testing/builders/builders';
import { graphName, headline, isHeadline } from './headline';

const { limit } = aRecord();
const bare = aRecord({ title: ' ', almost: ' ' });

it.each([
  ['its title', aRecord({ title: ' Named ' }), 'Named'],
  [
    'the first clause of what almost happened',
    aRecord({ title: ' ', almost: ' Orders would have been lost, for hours. ' }),
    'Orders would have been lost',
  ],
  [
    'that, and not by its graph, though it was once taken for a title',
    aRecord({ title: 'orders waiting towards 25 K', almost: 'No more orders.' }),
    'No more orders',
  ],
  ['its graph', bare, 'orders waiting towards 25 K'],
  ['its kind', { ...bare, source: null }, 'near miss (trend)'],
])('calls a near miss by %s', (_what, nearMiss, expected) => {
  expect(headline(nearMiss)).toBe(expected);
});

it('has a name of one line for any text, and never a longer one than 70 characters unless somebody gave it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (almost, isWithGraph) => {
      const name = headline(aRecord({ title: '', almost, ...(isWithGraph ? {} : { source: null }) }));
      expect(name).not.toBe('');
      expect(Array.from(name).length).toBeLessThanOrEqual(70);
      expect(name).not.toMatch(/\p{Cs}|[\r\n]/u);
    })
  );
});

it.each([
  ['Orders almost stopped.', true],
  [' Orders  almost\nstopped… ', true],
  ['Orders almost stopped. For everybody.', false],
  ['Orders almost stopped 5 times', false],
])('says all of %j or not', (almost, isSaid) => {
  expect(isHeadline(almost, aRecord({ title: 'Orders almost stopped', almost }))).toBe(isSaid);
  expect(isHeadline('Orders almost stopped.', aRecord({ title: '', almost: 'Orders almost stopped.' }))).toBe(true);
});

it('names a graph by its series, else by its panel, with the limit it headed for', () => {
  expect(graphName(A_SOURCE, limit)).toBe('orders waiting towards 25 K');
  expect(graphName({ ...A_SOURCE, series: '' }, limit)).toBe('Orders waiting towards 25 K');
  expect(graphName(A_SOURCE, null)).toBe('orders waiting');
  expect(graphName({ ...A_SOURCE, series: '', panelTitle: '' }, limit)).toBe('');
  expect(graphName(null, limit)).toBe('');
});
