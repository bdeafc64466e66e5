import fc from 'fast-check';
import { typedText } from '../testing/arbitraries';
import { A_RISING_TREND } from '../testing/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../testing/builders';
import type { Projection } from './nearMiss';
import { storySvg } from './storySvg';

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
