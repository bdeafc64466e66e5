import { FieldType } from '@grafana/data';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { packEvidence } from '../../domain/series/packEvidence';
import { unpackEvidence } from '../../domain/series/unpackEvidence';
import { withGaps } from '../../domain/series/withGaps';
import { type Story, storyEnd, storyFrames, storyMarks, storyRange } from './storyFrames';
import type { Limit } from '../../domain/projection/limit';
import type { Projection } from '../../domain/projection/projection';

const NAMES = {
  road: 'Had it gone on',
  stretch: 'Stretch',
  acted: 'Acted',
  crossing: 'Crossing',
};
const { series, limit, stretch, actedAt } = A_RISING_TREND;
const MINUTE = 60_000;
const OPEN = AN_OPEN_PROJECTION as Extract<Projection, { ok: true }>;

const shown = { from: stretch.from, to: storyEnd({ projection: OPEN }) ?? 0 };

function drawn(over: Partial<Story> = {}) {
  const story = { series: [series], limit, projection: OPEN, actedAt: null, ...over };
  return storyFrames(story, NAMES, { shown, range: storyRange(story, shown) });
}

const framesOf = (projection: Projection | null, one = series, its: Limit | null = limit) =>
  drawn({ series: [one], limit: its, projection });
const bandsOf = (projection: Projection) => framesOf(projection).filter(({ name }) => name?.startsWith('band'));
const opacities = (projection: Projection) =>
  bandsOf(projection).map(({ fields }) => fields[1]?.config.custom.fillOpacity);

it('draws what was measured alone when there is no projection', () => {
  expect(framesOf(null).map(({ name }) => name)).toEqual(['orders waiting']);
  const refused: Projection = { ok: false, reason: 'no-trend', window: stretch, horizon: MINUTE, points: 9 };
  expect(framesOf(refused)).toHaveLength(1);
  expect(drawn({ series: [], limit: null, projection: null })).toEqual([]);
});

it('leads the road from the last point of the window to the limit at the crossing, and on into the zone', () => {
  const [, road] = framesOf(AN_OPEN_PROJECTION);
  expect(road?.name).toBe('Had it gone on');
  const ends = road?.fields.map(({ values }) => [values[0], values.at(-2)]);
  expect(ends).toEqual([
    [stretch.to, OPEN.crossing],
    [series.values[35], limit.value],
  ]);
  const { high = NaN } = storyRange({ series: [series], limit, projection: OPEN, actedAt }, shown) ?? {};
  const tip = road?.fields[1]?.values.at(-1);
  expect(tip).toBeGreaterThan(limit.value);
  expect(tip).toBeLessThan(high);
});

it('dots the road of what would rather have stopped', () => {
  const lineOf = (p: number) => framesOf({ ...OPEN, p })[1]?.fields[1]?.config.custom.lineStyle.fill;
  expect([lineOf(0.5), lineOf(0.49)]).toEqual(['dash', 'dot']);
});

it('draws the line thin, and over it in full what was seen up to the acting, which has no name of its own', () => {
  const [whole, seen, road] = drawn({ actedAt });
  expect([whole?.name, seen?.name, road?.name]).toEqual(['orders waiting', 'seen', 'Had it gone on']);
  expect(whole?.length).toBe(series.times.length);
  expect(seen?.fields[0]?.values.at(-1)).toBe(series.times.findLast((at) => at <= actedAt));
  const looks = [whole, seen].map((frame) => frame?.fields[1]?.config.custom);
  expect(looks).toMatchObject([{ lineWidth: 1 }, { lineWidth: 2, hideFrom: { legend: true, tooltip: true } }]);
  const [alone, next] = drawn({ actedAt: shown.to * 2 });
  expect([alone?.name, next?.name]).toEqual(['orders waiting', 'Had it gone on']);
  expect(alone?.fields[1]?.config.custom.lineWidth).toBe(2);
});

it('has a zone beyond the limit on its axis, and room without one', () => {
  const story = { series: [series], limit, projection: OPEN, actedAt };
  const { low = NaN, high = NaN } = storyRange(story, shown) ?? {};
  expect((high - limit.value) / (high - low)).toBeCloseTo(0.2, 1);
  expect(low).toBeLessThan(0);
  const bare = storyRange({ ...story, limit: null }, shown);
  expect(bare?.high).toBeGreaterThan(Math.max(...series.values));
  expect(storyRange({ ...story, series: [], limit: null }, shown)).toBeNull();
});

it('starts the road before the relief also when that was measured within a quantum of the stretch', () => {
  const sooner = stretch.to + 1;
  const at = series.times.indexOf(stretch.to);
  const relieved = {
    ...series,
    times: [...series.times.slice(0, at + 1), sooner, ...series.times.slice(at + 1)],
    values: [...series.values.slice(0, at + 1), 0, ...series.values.slice(at + 1)],
  };
  const [back = series] = unpackEvidence(packEvidence([relieved], stretch, actedAt)).series;
  const [, road] = framesOf(AN_OPEN_PROJECTION, back);
  expect(road?.fields[1]?.values[0]).toBeCloseTo(series.values[at] ?? NaN, -1);
});

it('breaks the line where nothing was measured, and starts the road at what was measured last', () => {
  const times = [1, 2, 3, 4, 5, 6].map((minute) => stretch.to - (6 - minute) * MINUTE);
  const gapped = { ...series, ...withGaps(times, [5, 6, null, 0, 7, null]) };
  const [line, road] = framesOf(AN_OPEN_PROJECTION, gapped);
  expect(line?.fields[1]?.values).toEqual([5, 6, null, 0, 7]);
  expect(line?.fields[1]?.config.custom).toMatchObject({ spanNulls: false, showPoints: 'never' });
  expect(road?.fields.map(({ values }) => values[0])).toEqual([times[4], 7]);
});

it('shows a point that is alone between two gaps, or of all, as a dot', () => {
  const pointsOf = (values: Array<number | null>) =>
    framesOf(null, {
      ...series,
      ...withGaps(
        values.map((_, i) => i),
        values
      ),
    })[0]?.fields[1]?.config.custom.showPoints;
  expect(pointsOf([1, 2, null, 3, 4])).toBe('never');
  expect(pointsOf([1, 2, null, 3, null, 4, 5])).toBe('auto');
  expect(pointsOf([1, null, 3, 4])).toBe('auto');
  expect(pointsOf([1, 2, null, 3])).toBe('auto');
  expect(pointsOf([1])).toBe('auto');
  expect(pointsOf([])).toBe('never');
});

it('fades the band towards the horizon and never closes it when there is no upper end', () => {
  const shades = opacities(AN_OPEN_PROJECTION);
  expect(shades.length).toBeGreaterThan(8);
  expect(shades).toEqual([...shades].sort((a, b) => b - a));
  expect(shades.at(-1)).toBeLessThan(3);
  const last = bandsOf(AN_OPEN_PROJECTION).at(-1);
  expect(last?.fields[0]?.values.at(-1)).toBe(shown.to);
  const [above, below] = [last?.fields[1]?.values.at(-1), last?.fields[2]?.values.at(-1)];
  expect(above).toBe(limit.value);
  expect(below).toBeLessThan(limit.value);
});

it('closes the band at the latest crossing when there is one', () => {
  const closed: Projection = { ...OPEN, hi: actedAt + 90 * MINUTE };
  const [band, ...more] = bandsOf(closed);
  expect(more).toEqual([]);
  expect(band?.fields[0]?.values.at(-1)).toBe(actedAt + 90 * MINUTE);
  expect(band?.fields[1]?.values.at(-1)).toBe(limit.value);
  expect(band?.fields[2]?.values.at(-1)).toBe(limit.value);
});

it('shows no band and no road when hardly any path crosses', () => {
  const hardly: Projection = { ...OPEN, crossing: null, lo: null, hi: null, p: 0.04 };
  expect(framesOf(hardly)).toHaveLength(1);
});

it('fills from the upper edge downwards, also when the limit is below', () => {
  const falling = { ...series, values: series.values.map((value) => 30_000 - value) };
  const down = { ...limit, value: 5_000, direction: 'falling' as const };
  const bands = framesOf(AN_OPEN_PROJECTION, falling, down).slice(2);
  for (const { fields } of bands) {
    const [, above, below] = fields;
    expect(above?.config.custom.fillBelowTo).toBe(below?.name);
    above?.values.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(below?.values[i]));
  }
});

it('keeps all lines on one axis, with room for the limit', () => {
  const numbers = framesOf(AN_OPEN_PROJECTION).flatMap(({ fields }) =>
    fields.filter(({ type }) => type === FieldType.number)
  );
  expect(new Set(numbers.map(({ config }) => `${config.unit} ${config.min} ${config.max}`)).size).toBe(1);
  expect(numbers[0]?.config.max).toBeGreaterThan(limit.value);
});

it('marks the stretch as a region, the acting and the crossing as lines', () => {
  const [marks] = storyMarks({ stretch, actedAt, crossing: 99 }, NAMES);
  const column = (name: string) => marks?.fields.find((field) => field.name === name)?.values;
  expect(column('isRegion')).toEqual([true, false, false]);
  expect(column('time')).toEqual([stretch.from, actedAt, 99]);
  expect(column('timeEnd')).toEqual([stretch.to, actedAt, 99]);
  expect(column('title')).toEqual(['Stretch', 'Acted', 'Crossing']);
  expect(storyMarks({ stretch: null, actedAt: null, crossing: null }, NAMES)[0]?.length).toBe(0);
});
