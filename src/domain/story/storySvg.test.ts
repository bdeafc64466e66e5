import fc from 'fast-check';
import { typedText } from '../../testing/builders/arbitraries';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { withGaps } from '../series/withGaps';
import { storySvg } from './storySvg';
import type { Projection } from '../projection/projection';

const { series, stretch, limit, actedAt } = A_RISING_TREND;
const COLOURS = {
  line: '#1f60c4',
  road: '#e02f44',
  band: '#ff7383',
  limit: '#c4162a',
  stretch: '#8ab8ff',
  text: '#222',
  background: '#fff',
};
const SMALL = { width: 240, height: 80 };
const LARGE = { width: 800, height: 300 };
const story = { evidence: { series: [series], dropped: [] }, stretch, limit, projection: AN_OPEN_PROJECTION, actedAt };

function drawn(svg: string): Document {
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelector('parsererror')?.textContent).toBeUndefined();
  return page;
}

const closed: Projection = AN_OPEN_PROJECTION.ok
  ? { ...AN_OPEN_PROJECTION, hi: actedAt + 9_000_000 }
  : AN_OPEN_PROJECTION;
const refused: Projection = { ok: false, reason: 'no-trend', window: stretch, horizon: 1, points: 9 };

it('draws line, stretch, limit and a dashed road, and fades the band when it has no end', () => {
  const page = drawn(storySvg(story, LARGE, COLOURS));
  expect(page.querySelectorAll(`polyline[stroke="${COLOURS.line}"]`)).toHaveLength(1);
  expect(page.querySelectorAll('polyline[stroke-dasharray]')).toHaveLength(1);
  expect(page.querySelectorAll(`line[stroke="${COLOURS.limit}"]`)).toHaveLength(1);
  expect(page.querySelectorAll('linearGradient')).toHaveLength(1);
  expect(page.querySelector('svg')?.getAttribute('aria-label')).toBe(
    'orders waiting towards 25 K, and the road not taken'
  );
  expect(Array.from(page.querySelectorAll('text'), (text) => text.textContent)).toEqual(['orders waiting', '25 K']);
});

it('closes the band only when it has an end', () => {
  const page = drawn(storySvg({ ...story, projection: closed }, LARGE, COLOURS));
  expect(page.querySelectorAll('linearGradient')).toHaveLength(0);
  expect(page.querySelector('polygon')?.getAttribute('points')?.split(' ')).toHaveLength(3);
});

it.each([
  ['a refused projection', { projection: refused }],
  ['no projection', { projection: null }],
  ['no limit', { limit: null }],
])('draws no road with %s', (_, over) => {
  const page = drawn(storySvg({ ...story, ...over }, SMALL, COLOURS));
  expect(page.querySelectorAll('polygon, polyline[stroke-dasharray]')).toHaveLength(0);
  expect(page.querySelectorAll('polyline')).toHaveLength(1);
});

it('starts the road at the end of the stretch, not at what was seen after acting', () => {
  const page = drawn(storySvg(story, LARGE, COLOURS));
  const xOf = (selector: string, index: number) =>
    Number(page.querySelector(selector)?.getAttribute('points')?.split(' ').at(index)?.split(',')[0]);
  expect(xOf('polyline[stroke-dasharray]', 0)).toBeLessThan(xOf(`polyline[stroke="${COLOURS.line}"]`, -1));
});

it('starts the road at what was seen last when somebody acted within the stretch', () => {
  const window = { from: stretch.from, to: stretch.to - 30 * 60_000 };
  const early = AN_OPEN_PROJECTION.ok ? { ...AN_OPEN_PROJECTION, window } : AN_OPEN_PROJECTION;
  const startsAt = (projection: Projection) => {
    const page = drawn(storySvg({ ...story, projection }, LARGE, COLOURS));
    const pointsOf = (selector: string) => page.querySelector(selector)?.getAttribute('points')?.split(' ') ?? [];
    const [start = ''] = pointsOf('polyline[stroke-dasharray]');
    return series.times[pointsOf(`polyline[stroke="${COLOURS.line}"]`).indexOf(start)];
  };
  expect(startsAt(AN_OPEN_PROJECTION)).toBe(stretch.to);
  expect(startsAt(early)).toBe(window.to);
});

const attribute = (page: Document, selector: string, name: string) => page.querySelector(selector)?.getAttribute(name);

it('shades the stretch, at least a pixel wide, over the whole height', () => {
  const shadeOf = (over: object) => {
    const page = drawn(storySvg({ ...story, ...over }, LARGE, COLOURS));
    const [x, width] = ['x', 'width'].map((name) => Number(attribute(page, `rect[fill="${COLOURS.stretch}"]`, name)));
    expect(attribute(page, `rect[fill="${COLOURS.stretch}"]`, 'height')).toBe('300');
    return { x, width };
  };
  const [first = 0, last = 0] = [series.times[0], series.times.at(-1)];
  expect(shadeOf({ stretch: { from: first, to: last }, projection: null })).toEqual({ x: 16, width: 768 });
  expect(shadeOf({ stretch: { from: first, to: first }, projection: null })).toEqual({ x: 16, width: 1 });
});

it('has its background, its moment of acting and its limit across', () => {
  const page = drawn(storySvg(story, LARGE, COLOURS));
  expect(attribute(page, 'rect', 'fill')).toBe(COLOURS.background);
  expect(attribute(page, `line[stroke="${COLOURS.text}"]`, 'y2')).toBe('300');
  expect(attribute(page, `line[stroke="${COLOURS.limit}"]`, 'x2')).toBe('800');
});

it('leads road and band from what was last seen to where the limit would have been met', () => {
  const page = drawn(storySvg({ ...story, projection: closed }, LARGE, COLOURS));
  const pointsOf = (selector: string) => attribute(page, selector, 'points')?.split(' ') ?? [];
  const [roadStart, roadEnd] = pointsOf('polyline[stroke-dasharray]');
  const [bandStart, lo, hi] = pointsOf('polygon').map((point) => point.split(',').map(Number));
  const limitAt = Number(attribute(page, `line[stroke="${COLOURS.limit}"]`, 'y1'));
  expect(bandStart?.join()).toBe(roadStart);
  expect([lo?.[1], hi?.[1], Number(roadEnd?.split(',')[1])]).toEqual([limitAt, limitAt, limitAt]);
  expect(lo?.[0]).toBeLessThan(hi?.[0] ?? 0);
  expect(lo?.[0]).toBeGreaterThan(bandStart?.[0] ?? 0);
});

it('closes an open band at the right edge, paler and paler', () => {
  const page = drawn(storySvg(story, LARGE, COLOURS));
  const [start, , end, right] = attribute(page, 'polygon', 'points')?.split(' ') ?? [];
  expect([end, right].map((point) => point?.split(',')[0])).toEqual(['784', '784']);
  expect(right?.split(',')[1]).toBe(start?.split(',')[1]);
  const id = attribute(page, 'linearGradient', 'id') ?? '';
  expect(id).toMatch(/^nm-fade-[\d_]+-784$/);
  expect(attribute(page, 'polygon', 'fill')).toBe(`url(#${id})`);
  expect(Array.from(page.querySelectorAll('stop'), (stop) => stop.getAttribute('stop-opacity'))).toEqual(['0.5', '0']);
});

it('draws a road alone while nothing is known of an earliest crossing, and a band alone without a middle one', () => {
  const over = (part: object) =>
    drawn(storySvg({ ...story, projection: { ...AN_OPEN_PROJECTION, ...part } as Projection }, LARGE, COLOURS));
  expect(over({ lo: null }).querySelectorAll('polygon, polyline[stroke-dasharray]')).toHaveLength(1);
  expect(over({ crossing: null }).querySelectorAll('polygon, polyline[stroke-dasharray]')).toHaveLength(1);
  expect(attribute(over({ crossing: null }), 'svg', 'aria-label')).toBe('orders waiting towards 25 K');
});

it('writes the limit above its line, or below where that is at the top', () => {
  const page = drawn(storySvg(story, LARGE, COLOURS));
  const yOf = (text: string) =>
    Number(
      Array.from(page.querySelectorAll('text'))
        .find((one) => one.textContent === text)
        ?.getAttribute('y')
    );
  expect(yOf('25 K')).toBe(30);
  expect(yOf('orders waiting')).toBe(296);
  const low = drawn(storySvg({ ...story, limit: { ...limit, value: 0 } }, LARGE, COLOURS));
  const atTheBottom = Array.from(low.querySelectorAll('text')).at(-1);
  expect(atTheBottom?.getAttribute('y')).toBe('279');
});

it('cuts words to the width, about seven pixels a letter', () => {
  const named = { ...story, evidence: { series: [{ ...series, name: 'w'.repeat(300) }], dropped: [] } };
  const [name] = drawn(storySvg(named, LARGE, COLOURS)).querySelectorAll('text');
  expect(name?.textContent).toBe(`${'w'.repeat(56)}…${'w'.repeat(55)}`);
});

it('is a picture also of nothing', () => {
  const page = drawn(
    storySvg({ ...story, evidence: { series: [], dropped: [] }, limit: null, projection: null }, LARGE, COLOURS)
  );
  expect(attribute(page, 'svg', 'aria-label')).toBe('graph');
  expect(page.querySelector('polyline')).toBeNull();
  expect(Array.from(page.querySelectorAll('text'), (text) => text.textContent)).toEqual(['']);
});

it('has words from a height of 160 pixels on', () => {
  expect(drawn(storySvg(story, { width: 240, height: 160 }, COLOURS)).querySelectorAll('text')).toHaveLength(2);
  expect(drawn(storySvg(story, { width: 240, height: 159 }, COLOURS)).querySelectorAll('text')).toHaveLength(0);
});

it('has lines only where there is no room for words', () => {
  expect(drawn(storySvg(story, SMALL, COLOURS)).querySelectorAll('text')).toHaveLength(0);
});

it('stays a picture whatever was typed or measured', () => {
  const numbers = fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 5 });
  fc.assert(
    fc.property(typedText, typedText, numbers, fc.double(), (name, text, points, value) => {
      const evidence = {
        series: [{ name, unit: '', times: points.map(([at]) => at), values: points.map(([, one]) => one) }],
        dropped: [],
      };
      const svg = storySvg({ ...story, evidence, limit: { ...limit, text, value } }, LARGE, { ...COLOURS, line: text });
      const page = drawn(svg);
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(page.querySelectorAll('script, a, image, foreignObject')).toHaveLength(0);
    })
  );
});

it.each([
  ['with everything', {}],
  ['without a limit', { limit: null }],
  ['without a projection', { projection: null }],
  ['without a middle crossing', { projection: { ...AN_OPEN_PROJECTION, crossing: null } as Projection }],
])('holds no text beside its shapes %s', (_what, over) => {
  for (const size of [SMALL, LARGE]) {
    const { childNodes = [] } = drawn(storySvg({ ...story, ...over }, size, COLOURS)).querySelector('svg') ?? {};
    expect(Array.from(childNodes, ({ nodeName }) => nodeName)).not.toContain('#text');
    expect(childNodes.length).toBeGreaterThan(2);
  }
});

it('names a fade by where it begins and ends, so that no two of a page mix', () => {
  const page = drawn(storySvg(story, LARGE, COLOURS));
  expect(attribute(page, 'linearGradient', 'x1')).toBe('455.9');
  expect(attribute(page, 'linearGradient', 'id')).toBe('nm-fade-455_9-784');
});

it('draws no road where nothing was measured', () => {
  const page = drawn(storySvg({ ...story, evidence: { series: [], dropped: [] } }, LARGE, COLOURS));
  expect(page.querySelectorAll('polygon, polyline')).toHaveLength(0);
});

it('breaks the line at a gap, and shows a lone point as a dot', () => {
  const times = [0, 1, 2, 3, 4, 5, 6].map((hour) => stretch.to - (6 - hour) * 3_600_000);
  const main = { ...series, ...withGaps(times, [1, 2, null, 0, null, 3, 4]) };
  const page = drawn(storySvg({ ...story, evidence: { series: [main], dropped: [] } }, LARGE, COLOURS));
  const lines = Array.from(page.querySelectorAll(`polyline[stroke="${COLOURS.line}"]`));
  const pointsOf = (line: Element | undefined) => line?.getAttribute('points')?.split(' ') ?? [];
  expect(lines.map((line) => pointsOf(line).length)).toEqual([2, 2, 2]);
  expect(new Set(pointsOf(lines[1])).size).toBe(1);
  expect(lines[1]?.getAttribute('stroke-linecap')).toBe('round');
  expect(storySvg({ ...story, evidence: { series: [main], dropped: [] } }, LARGE, COLOURS)).not.toContain('NaN');
});

it('starts the road at what was measured last, not in a gap', () => {
  const gap = series.times.map((at, i) => (at > stretch.to - 3_600_000 && at <= stretch.to ? null : series.values[i]));
  const main = { ...series, ...withGaps(series.times, gap) };
  const page = drawn(storySvg({ ...story, evidence: { series: [main], dropped: [] } }, LARGE, COLOURS));
  const pointsOf = (selector: string) => attribute(page, selector, 'points')?.split(' ') ?? [];
  expect(pointsOf('polyline[stroke-dasharray]')[0]).toBe(pointsOf(`polyline[stroke="${COLOURS.line}"]`).at(-1));
});

it('starts the road at the last time that has a value', () => {
  const short = { ...series, values: series.values.slice(0, 20) };
  const page = drawn(storySvg({ ...story, evidence: { series: [short], dropped: [] } }, LARGE, COLOURS));
  const pointsOf = (selector: string) => attribute(page, selector, 'points')?.split(' ') ?? [];
  expect(pointsOf(`polyline[stroke="${COLOURS.line}"]`).indexOf(pointsOf('polyline[stroke-dasharray]')[0] ?? '')).toBe(
    19
  );
});

it.each([
  [15, '38'],
  [14.9, '19.8'],
])('writes a limit of %d of 16 at the height %s', (value, y) => {
  const main = { name: '', unit: '', times: [1, 2], values: [0, 16] };
  const over = { evidence: { series: [main], dropped: [] }, limit: { ...limit, value }, projection: null };
  const page = drawn(storySvg({ ...story, ...over }, { width: 400, height: 160 }, COLOURS));
  expect(Array.from(page.querySelectorAll('text')).at(-1)?.getAttribute('y')).toBe(y);
});
