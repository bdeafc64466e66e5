import fc from 'fast-check';
import { typedText } from '../../../testing/builders/arbitraries';
import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../../testing/builders/builders';
import type { Projection } from '../../projection/projection';
import { withGaps } from '../../series/withGaps';
import { plainSpeech } from '../plainSpeech';
import { PAPER_COLOURS, type Story } from './story';
import { storySvg } from './storySvg';

const { series, stretch, limit, actedAt } = A_RISING_TREND;
const COLOURS = PAPER_COLOURS;
const SMALL = { width: 240, height: 84 };
const LARGE = { width: 800, height: 300 };
const OPEN = AN_OPEN_PROJECTION as Extract<Projection, { ok: true }>;
const story: Story = { evidence: { series: [series], dropped: [] }, stretch, limit, projection: OPEN, actedAt };
const closed: Projection = { ...OPEN, hi: actedAt + 4_800_000 };
const refused: Projection = { ok: false, reason: 'no-trend', window: stretch, horizon: 1, points: 9 };

function drawn(over: Partial<Story> = {}, size = LARGE): Document {
  const svg = storySvg({ ...story, ...over }, size, COLOURS, plainSpeech);
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelector('parsererror')?.textContent).toBeUndefined();
  return page;
}

const attribute = (page: Document, selector: string, name: string) => page.querySelector(selector)?.getAttribute(name);
const pointsOf = (page: Document, selector: string) => attribute(page, selector, 'points')?.split(' ') ?? [];
const ROAD = `polyline[stroke="${COLOURS.road}"]`;
const SEEN = `polyline[stroke="${COLOURS.line}"][stroke-width="2.25"]`;
const AFTER = `polyline[stroke="${COLOURS.line}"][stroke-width="1.25"]`;
const LIMIT = `line[stroke="${COLOURS.limit}"][y1="58.8"]`;
const RING = `circle[stroke="${COLOURS.road}"]`;

it('says for whoever cannot see it what it shows', () => {
  expect(attribute(drawn(), 'svg', 'aria-label')).toMatch(/^Graph of orders waiting\. .*25 K.*2026-11-03 16:13/);
  expect(attribute(drawn({ projection: null }), 'svg', 'aria-label')).toBe('Graph of orders waiting.');
  expect(attribute(drawn(), 'svg', 'role')).toBe('img');
});

it('says in words why there is no road, and asks nothing of whoever looks at it', () => {
  expect(attribute(drawn({ projection: refused }), 'svg', 'aria-label')).toBe(
    'Graph of orders waiting. No road: no clear trend.'
  );
});

it('says the name of what it shows once', () => {
  expect(attribute(drawn(), 'svg', 'aria-label')).toMatch(/^Graph of orders waiting\. Would have hit 25 K around/);
});

it('says in words that the stretch ends before the acting, not that nothing was measured in between', () => {
  const later = { actedAt: stretch.to + 6 * 3_600_000, projection: { ...OPEN, window: stretch } };
  expect(attribute(drawn(later), 'svg', 'aria-label')).toMatch(/The stretch ends 6 h before it was acted on\./);
});

it('leads a dashed road to the limit and on into the hatched zone beyond it', () => {
  const page = drawn();
  const [from, tip] = pointsOf(page, ROAD).map((point) => point.split(',').map(Number));
  const ring = ['cx', 'cy'].map((name) => Number(attribute(page, RING, name)));
  expect(attribute(page, ROAD, 'stroke-dasharray')).toBe('7 4');
  expect(from?.[1]).toBeGreaterThan(58.8);
  expect(ring[1]).toBe(58.8);
  expect(tip?.[1]).toBeLessThan(58.8);
  expect(tip?.[0]).toBeGreaterThan(ring[0] ?? NaN);
  expect(attribute(page, LIMIT, 'x2')).toBe('800');
  const zone = attribute(page, 'pattern', 'id') ?? '';
  expect(attribute(page, `rect[fill="url(#${zone})"]`, 'height')).toBe('58.8');
});

it('has its zone below for what falls', () => {
  const values = series.values.map((value) => 40_000 - value);
  const page = drawn({
    evidence: { series: [{ ...series, values }], dropped: [] },
    limit: { ...limit, value: 15_000, direction: 'falling' },
  });
  const zone = page.querySelector('rect[fill^="url(#nm-hatch"]');
  expect([zone?.getAttribute('y'), zone?.getAttribute('height')]).toEqual(['241.2', '58.8']);
  expect(Number(pointsOf(page, ROAD)[1]?.split(',')[1])).toBeGreaterThan(241.2);
  expect(attribute(page, `rect[fill="${COLOURS.stretch}"]`, 'y')).toBe('0');
});

it('fades a band without an end towards the right edge and never closes it', () => {
  const page = drawn();
  const [start, , end, right] = pointsOf(page, 'polygon');
  expect([end, right].map((point) => point?.split(',')[0])).toEqual(['800', '800']);
  expect(right?.split(',')[1]).toBe(start?.split(',')[1]);
  const id = attribute(page, 'linearGradient', 'id') ?? '';
  expect(attribute(page, 'polygon', 'fill')).toBe(`url(#${id})`);
  expect(attribute(page, 'stop:last-of-type', 'stop-opacity')).toBe('0');
  expect(page.querySelector('svg')?.textContent).toContain('or not at all');
});

it('closes a band that has an end', () => {
  const page = drawn({ projection: closed });
  expect(page.querySelectorAll('linearGradient')).toHaveLength(0);
  const [start, lo, hi] = pointsOf(page, 'polygon').map((point) => point.split(',').map(Number));
  expect([lo?.[1], hi?.[1]]).toEqual([58.8, 58.8]);
  expect(lo?.[0]).toBeGreaterThan(start?.[0] ?? NaN);
  expect(hi?.[0]).toBeGreaterThan(lo?.[0] ?? NaN);
});

it('dots the road of what would rather have stopped', () => {
  const page = drawn({ projection: { ...OPEN, p: 0.49 } });
  expect(attribute(page, ROAD, 'stroke-dasharray')).toBe('0 6');
  expect(attribute(page, ROAD, 'stroke-opacity')).toBe('0.8');
});

it.each([
  ['a refused projection', { projection: refused }, 'no road: no clear trend'],
  ['no projection', { projection: null }, '25 K'],
  ['no limit', { limit: null }, 'orders waiting'],
  ['hardly any crossing', { projection: { ...OPEN, crossing: null, lo: null } }, 'would hardly have hit 25 K'],
])('draws no road with %s', (_what, over, text) => {
  const page = drawn(over);
  expect(page.querySelectorAll(`polygon, ${ROAD}, ${RING}`)).toHaveLength(0);
  expect(page.querySelectorAll(SEEN)).toHaveLength(1);
  expect(page.querySelectorAll(LIMIT)).toHaveLength('limit' in over ? 0 : 1);
  expect(Array.from(page.querySelectorAll('text'), ({ textContent }) => textContent)).toContain(text);
});

it('draws a road alone while nothing is known of an earliest crossing, and a band alone without a middle one', () => {
  const over = (part: object) => drawn({ projection: { ...OPEN, ...part } });
  expect(over({ lo: null }).querySelectorAll(`polygon, ${ROAD}`)).toHaveLength(1);
  expect(over({ crossing: null }).querySelectorAll(`polygon, ${ROAD}`)).toHaveLength(1);
});

it('measures from the acting to the earliest crossing, at the height of the acting', () => {
  const page = drawn();
  const acted = page.querySelector(`circle[fill="${COLOURS.text}"]`);
  const line = page.querySelector(`line[stroke="${COLOURS.text}"][stroke-width="1.5"]`);
  const lo = Number(pointsOf(page, 'polygon')[1]?.split(',')[0]);
  expect(line?.getAttribute('x1')).toBe(acted?.getAttribute('cx'));
  expect(Number(line?.getAttribute('x2'))).toBeCloseTo(lo, 0);
  expect(Number(line?.getAttribute('y1')) - Number(acted?.getAttribute('cy'))).toBeCloseTo(9, 0);
});

it('shows what came after the acting thinner, from where the line was left', () => {
  const page = drawn();
  expect(pointsOf(page, AFTER)[0]).toBe(pointsOf(page, SEEN).at(-1));
  const actedAtX = Number(attribute(page, `circle[fill="${COLOURS.text}"]`, 'cx'));
  expect(Number(pointsOf(page, SEEN).at(-1)?.split(',')[0])).toBeLessThanOrEqual(actedAtX);
});

it('starts the road at what was last seen before somebody acted within the stretch', () => {
  const window = { from: stretch.from, to: stretch.to - 30 * 60_000 };
  const page = drawn({ projection: { ...OPEN, window } });
  const at = pointsOf(page, SEEN).indexOf(pointsOf(page, ROAD)[0] ?? '');
  const shown = pointsOf(page, SEEN).length;
  const seen = series.times.filter((time) => time <= actedAt);
  expect(seen.at(at - shown)).toBe(window.to);
});

it('shades the stretch up to the limit, at least a pixel wide', () => {
  const shade = (over: Partial<Story>) => {
    const rect = drawn(over).querySelector(`rect[fill="${COLOURS.stretch}"]`);
    return ['y', 'width', 'height'].map((name) => Number(rect?.getAttribute(name)));
  };
  const [y, width, height] = shade({});
  expect([y, height]).toEqual([58.8, 241.2]);
  expect(width).toBeGreaterThan(300);
  expect(shade({ stretch: { from: stretch.to, to: stretch.to } })[1]).toBe(1);
  expect(shade({ limit: null })).toEqual([0, expect.any(Number), 300]);
});

it('breaks the line at a gap, and shows a lone point as a dot', () => {
  const times = [0, 1, 2, 3, 4, 5, 6].map((quarter) => stretch.to - (6 - quarter) * 900_000);
  const main = { ...series, ...withGaps(times, [1, 2, null, 0, null, 3, 4]) };
  const page = drawn({ evidence: { series: [main], dropped: [] } });
  const lines = Array.from(page.querySelectorAll(SEEN));
  const lengths = lines.map((line) => line.getAttribute('points')?.split(' ') ?? []);
  expect(lengths.map((points) => points.length)).toEqual([2, 2, 2]);
  expect(new Set(lengths[1]).size).toBe(1);
  expect(lines[1]?.getAttribute('stroke-linecap')).toBe('round');
});

it('starts the road at what was measured last, not in a gap', () => {
  const gap = series.times.map((at, i) => (at > stretch.to - 3_600_000 && at <= stretch.to ? null : series.values[i]));
  const page = drawn({ evidence: { series: [{ ...series, ...withGaps(series.times, gap) }], dropped: [] } });
  expect(pointsOf(page, ROAD)[0]).toBe(pointsOf(page, SEEN).at(-1));
});

it('is a picture also of nothing', () => {
  const page = drawn({ evidence: { series: [], dropped: [] }, limit: null, projection: null });
  expect(attribute(page, 'rect', 'fill')).toBe(COLOURS.background);
  expect(page.querySelector('polyline, circle')).toBeNull();
  expect(drawn({ evidence: { series: [], dropped: [] } }).querySelector('polyline, polygon')).toBeNull();
});

it('names what it defines by what that looks like, so that no two pictures of a page mix', () => {
  const page = drawn();
  expect(attribute(page, 'linearGradient', 'id')).toMatch(/^nm-fade-[\d_]+-800$/);
  expect(attribute(page, 'pattern', 'id')).toBe('nm-hatch-_cf0e3b');
});

it('stays a picture whatever was typed or measured', () => {
  const numbers = fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 5 });
  fc.assert(
    fc.property(typedText, typedText, numbers, fc.double(), (name, text, points, value) => {
      const times = points.map(([at]) => at);
      const evidence = { series: [{ name, unit: '', times, values: points.map(([, one]) => one) }], dropped: [] };
      const over = { ...story, evidence, limit: { ...limit, text, value } };
      const svg = storySvg(over, LARGE, { ...COLOURS, line: text }, plainSpeech);
      const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(page.querySelector('parsererror')).toBeNull();
      expect(svg.replace(/<text.*?<\/text>|aria-label="[^"]*"|stroke="[^"]*"/g, '')).not.toMatch(/NaN|Infinity/);
      expect(page.querySelectorAll('script, a, image, foreignObject')).toHaveLength(0);
    })
  );
});

it.each([
  ['with everything', {}],
  ['without a limit', { limit: null }],
  ['without a projection', { projection: null }],
  ['without a middle crossing', { projection: { ...OPEN, crossing: null } }],
])('holds no text beside its shapes %s', (_what, over) => {
  for (const size of [SMALL, LARGE]) {
    const { childNodes = [] } = drawn(over, size).querySelector('svg') ?? {};
    expect(Array.from(childNodes, ({ nodeName }) => nodeName)).not.toContain('#text');
    expect(childNodes.length).toBeGreaterThan(2);
  }
});

/** sRGB, as WCAG reckons it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it.each([
  ['text', 4.5],
  ['line', 3],
  ['road', 3],
  ['limit', 3],
] as const)('has contrast enough on paper: %s', (what, least) => {
  const contrast = (luminance(COLOURS.background) + 0.05) / (luminance(COLOURS[what]) + 0.05);
  expect(contrast).toBeGreaterThanOrEqual(least);
});
