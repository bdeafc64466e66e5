import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { A_SOURCE, aRecord } from '../../testing/builders/builders';
import { packEvidence } from '../series/packEvidence';
import { chosenEvidence } from './chosenSeries';

const { series, stretch } = A_RISING_TREND;
const [MEMORY, DISK] = [
  { ...series, name: 'memory' },
  { ...series, name: 'disk' },
];
const BOTH = packEvidence([DISK, MEMORY], stretch);
const of = (name: string, over: Partial<ReturnType<typeof aRecord>> = {}) =>
  aRecord({ evidence: BOTH, source: { ...A_SOURCE, series: name }, ...over });
const namesOf = (record: ReturnType<typeof aRecord>) => chosenEvidence(record)?.series.map(({ name }) => name);

it('begins with the series that was chosen, else the one that its source names, else the first', () => {
  expect(namesOf(of('disk'))).toEqual(['disk', 'memory']);
  expect(namesOf(of('memory'))).toEqual(['memory', 'disk']);
  expect(namesOf(of('disk', { series: 'memory' }))).toEqual(['memory', 'disk']);
  expect(namesOf(of('', { source: null }))).toEqual(['disk', 'memory']);
});

it.each([
  ['was not kept', of('disk', { evidence: packEvidence([MEMORY], stretch) })],
  [
    'had no points near the stretch',
    of('disk', { evidence: packEvidence([{ ...DISK, times: [], values: [] }, MEMORY], stretch) }),
  ],
  ['was chosen later and never kept', of('disk', { series: 'network' })],
  [
    'cannot be read',
    of('disk', {
      evidence: { ...BOTH, series: BOTH.series.map((one) => (one.name === 'disk' ? { ...one, times: '!' } : one)) },
    }),
  ],
])('holds no other series where the one that it is about %s', (_why, record) => {
  expect(namesOf(record)).toEqual([]);
});

it('still says what was left out where the chosen series cannot be read', () => {
  const unreadable = { ...BOTH, series: BOTH.series.map((one) => ({ ...one, times: '' })) };
  expect(chosenEvidence(of('disk', { evidence: unreadable }))?.dropped).toContainEqual({
    why: 'unreadable',
    series: 'disk',
  });
});

it('is nothing where nothing was kept', () => {
  expect(chosenEvidence(of('disk', { evidence: null }))).toBeNull();
});
