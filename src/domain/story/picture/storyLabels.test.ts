import fc from 'fast-check';
import { typedText } from '../../../testing/builders/arbitraries';
import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../../testing/builders/builders';
import type { Projection } from '../../projection/projection';
import { plainSpeech } from '../plainSpeech';
import type { Box } from './placeLabels';
import type { Size, Story } from './story';
import { storyGeometry } from './storyGeometry';
import { storyLabels } from './storyLabels';

const { series, stretch, limit, actedAt } = A_RISING_TREND;
const OPEN = AN_OPEN_PROJECTION as Extract<Projection, { ok: true }>;
const story: Story = { evidence: { series: [series], dropped: [] }, stretch, limit, projection: OPEN, actedAt };
const MINUTE = 60_000;

const labelsOf = (one: Story, size: Size) => storyLabels(one, storyGeometry(one, size), plainSpeech);
const textsIn = (one: Story, size: Size) => labelsOf(one, size).map(({ text }) => text);

it.each([
  ['a row', { width: 240, height: 84 }],
  ['a phone', { width: 360, height: 160 }],
  ['a narrow row', { width: 328, height: 96 }],
  ['a card', { width: 700, height: 260 }],
])('says in %s how long before, what and when, and when somebody acted', (_where, size) => {
  const texts = textsIn(story, size).join(' · ');
  expect(texts).toMatch(/at least 48 min/);
  expect(texts).toMatch(/25 K around 16:13/);
  expect(texts).toMatch(/acted (2026-11-03 )?14:58/);
  expect(texts).toMatch(/incident/);
});

it('writes letters of 11 px and more', () => {
  const sizes = [240, 328, 360, 700].map((width) => storyGeometry(story, { width, height: width / 2.5 }).fontSize);
  expect(sizes).toEqual([11, 12, 12, 13]);
});

it('says in a row of a story below even that it was more likely to stop', () => {
  const unlikely = { ...story, projection: { ...OPEN, p: 0.3 } };
  expect(textsIn(unlikely, { width: 240, height: 84 })).toContain('more likely to stop; if not, 25 K');
});

it('keeps what is needed most where there is room for little', () => {
  expect(textsIn(story, { width: 110, height: 16 })).toEqual(['at least 48 min']);
  expect(textsIn(story, { width: 20, height: 10 })).toEqual([]);
});

it('puts the margin beside its line, also for what falls', () => {
  const falling: Story = {
    ...story,
    evidence: { series: [{ ...series, values: series.values.map((value) => 40_000 - value) }], dropped: [] },
    limit: { ...limit, value: 15_000, direction: 'falling' },
  };
  for (const [one, side] of [
    [story, 1],
    [falling, -1],
  ] as const) {
    const geometry = storyGeometry(one, { width: 700, height: 260 });
    const margin = storyLabels(one, geometry, plainSpeech).find(({ of }) => of === 'margin');
    const from = (margin?.top ?? 0) + (margin?.height ?? 0) / 2 - (geometry.margin?.from.y ?? 0);
    expect(from * side).toBeGreaterThan(5);
    expect(from * side).toBeLessThan(20);
  }
});

const apart = (a: Box, b: Box) =>
  a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + a.height <= b.top || b.top + b.height <= a.top;

const minutes = fc.integer({ min: -300, max: 900 }).map((count) => actedAt + count * MINUTE);
const someProjection: fc.Arbitrary<Projection | null> = fc.oneof(
  fc.constant(null),
  fc
    .constantFrom('no-trend' as const, 'too-few-points' as const)
    .map((reason): Projection => ({ ...OPEN, ok: false, reason })),
  fc
    .record({
      crossing: fc.option(minutes),
      lo: fc.option(minutes),
      hi: fc.option(minutes),
      p: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map((over) => ({ ...OPEN, ...over }))
);
const someLimit = fc.option(
  fc.record({
    value: fc.double(),
    direction: fc.constantFrom('rising' as const, 'falling' as const),
    text: typedText,
  })
);
const someStory = fc
  .tuple(someProjection, someLimit, typedText, fc.array(fc.double(), { minLength: 60, maxLength: 60 }), minutes)
  .map(([projection, over, name, values, at]): Story => {
    const evidence = { series: [{ ...series, name, values }], dropped: [] };
    return { evidence, stretch, limit: over && { ...limit, ...over }, projection, actedAt: at };
  });
const side = fc.integer({ min: 1, max: 1_000 });

it('never lets two of its labels meet or one leave the picture, whatever the story and the size', () => {
  fc.assert(
    fc.property(someStory, side, side, (one, width, height) => {
      const labels = labelsOf(one, { width, height });
      labels.forEach((label, i) => {
        expect(Math.min(label.left, label.top)).toBeGreaterThanOrEqual(0);
        expect(label.left + label.width).toBeLessThanOrEqual(width);
        expect(label.top + label.height).toBeLessThanOrEqual(height);
        expect(labels.slice(i + 1).every((other) => apart(label, other))).toBe(true);
      });
    })
  );
});
