import type { LimitHints } from '../../domain/projection/offer/limitHints';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { seededRandom } from '../../domain/series/seededRandom';
import { inOrderOfHeading } from './inOrderOfHeading';

const POINTS = 180;
const range = { from: 0, to: POINTS * 60_000 };
const plain: LimitHints = { steps: [], mode: 'absolute', thresholdsShown: true };
const random = seededRandom(7);
const noise = Array.from({ length: 100 * POINTS }, () => random() - 0.5);

function drawn(name: string, value: (i: number) => number, over: Partial<PanelSeries> = {}): PanelSeries {
  const at = Array.from({ length: POINTS }, (_, i) => i);
  return {
    ...{ key: name, name, unit: 'bytes', labels: {}, hints: plain },
    times: at.map((i) => i * 60_000),
    values: at.map(value),
    ...over,
  };
}
const wavering = (name: string, level: number, seed: number, over: Partial<PanelSeries> = {}) =>
  drawn(name, (i) => level * (1 + (noise[(seed * POINTS + i) % noise.length] ?? 0) / 5), over);
const first = (...all: PanelSeries[]) => inOrderOfHeading(all, range)[0]?.name;

it('puts the series first that heads for its limit first', () => {
  const hints = { ...plain, steps: [{ value: 100, colour: 'red' }] };
  const late = drawn('late', (i) => 40 + i / 9, { hints });
  const soon = drawn('soon', (i) => 40 + i / 4, { hints });
  const gone = drawn('gone', (i) => 5000 - 20 * i);
  expect(
    inOrderOfHeading([wavering('flat', 50, 1, { hints }), late, gone, soon], range).map(({ name }) => name)
  ).toEqual(['soon', 'late', 'gone', 'flat']);
});

it('finds the one that climbs wherever it stands: the 75th of 80', () => {
  const many = Array.from({ length: 80 }, (_, i) =>
    i === 74 ? drawn('climbing', (at) => 50 + at / 4) : wavering(`pod ${i}`, 40 + i, i)
  );
  const ordered = inOrderOfHeading(many, range);
  expect(ordered[0]?.name).toBe('climbing');
  expect(new Set(ordered.map(({ key }) => key)).size).toBe(80);
});

it('finds among many that climb the one that comes near its limit', () => {
  const hints = { ...plain, max: 1000 };
  const many = Array.from({ length: 80 }, (_, i) => drawn(`${i}`, (at) => (i === 60 ? 700 : 100) + at, { hints }));
  expect(first(...many)).toBe('60');
});

describe('without limits', () => {
  it('goes by what an eye sees move, not by noise, nor by a hundredth of something large', () => {
    expect(
      first(
        wavering('loud', 1000, 2),
        drawn('steady', (i) => 400 + i)
      )
    ).toBe('steady');
    const huge = drawn('huge', (i) => 1_000_000 + 20 * i, { unit: 'short' });
    expect(
      first(
        huge,
        drawn('grows', (i) => 10 + i / 10)
      )
    ).toBe('grows');
    const tiny = drawn('tiny', (i) => 0.001 * i);
    expect(
      first(
        tiny,
        drawn('seen', (i) => 1000 + 3 * i)
      )
    ).toBe('seen');
  });

  it('keeps the given order of what does not move', () => {
    const still = ['a', 'b', 'c'].map((name) => drawn(name, () => 7));
    expect(inOrderOfHeading(still, range).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

it('does not take a recovery towards nothing for heading to a limit', () => {
  const hints = { ...plain, unit: 'percent' };
  const recovers = drawn('recovers', (i) => 90 - i / 2.2, { unit: 'percent', hints });
  const climbs = drawn('climbs', (i) => 40 + i / 5, { unit: 'percent', hints });
  expect(first(recovers, climbs)).toBe('climbs');
});

it('puts limit lines last, even where they alone have moved', () => {
  const line = drawn('memory limit', (i) => (i < 90 ? 100 : 200));
  expect(inOrderOfHeading([line, wavering('memory', 50, 3)], range).map(({ name }) => name)).toEqual([
    'memory',
    'memory limit',
  ]);
});

it('holds for series without points', () => {
  const empty = drawn('empty', () => NaN);
  expect(
    first(
      empty,
      drawn('grows', (i) => i)
    )
  ).toBe('grows');
  expect(inOrderOfHeading([], range)).toEqual([]);
});
