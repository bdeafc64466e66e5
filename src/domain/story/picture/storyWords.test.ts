import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../../testing/builders/builders';
import type { Projection } from '../../projection/projection';
import { plainSpeech } from '../plainSpeech';
import type { Story } from './story';
import { type StoryWord, storyWords } from './storyWords';

const { series, stretch, limit, actedAt } = A_RISING_TREND;
const OPEN = AN_OPEN_PROJECTION as Extract<Projection, { ok: true }>;
const story: Story = { evidence: { series: [series], dropped: [] }, stretch, limit, projection: OPEN, actedAt };

function textsOf(of: StoryWord['of'], over: Partial<Story> = {}, alone = false): readonly string[] | undefined {
  return storyWords({ ...story, ...over }, plainSpeech, alone).find((word) => word.of === of)?.texts;
}

const projected = (over: Partial<typeof OPEN>) => ({ projection: { ...OPEN, ...over } });

it('says in the order of need how long before, what and when, and when somebody acted', () => {
  const words = storyWords(story, plainSpeech, false).map(({ of, texts }) => [of, texts.at(-1)]);
  expect(words.slice(0, 4)).toEqual([
    ['margin', 'at least 48 min'],
    ['limit', '25 K'],
    ['refused', undefined],
    ['acted', 'acted 14:58'],
  ]);
  expect(textsOf('limit')).toEqual(['25 K around 16:13', '25 K']);
  expect(textsOf('incident')).toEqual(['incident']);
  expect(textsOf('name')).toEqual(['orders waiting']);
});

it('never says of a margin that it is longer than it is', () => {
  expect(textsOf('margin', projected({ lo: actedAt + 47.9 * 60_000 }))).toEqual([
    'at least 47 min (9 in 10)',
    'at least 47 min',
  ]);
});

it('says the day where the picture may stand alone', () => {
  expect(textsOf('acted', {}, true)).toEqual(['acted 2026-11-03 14:58 UTC', 'acted 14:58']);
});

it('says the day of a crossing on another day', () => {
  expect(textsOf('limit', projected({ crossing: actedAt + 24 * 3_600_000 }))?.[0]).toBe(
    '25 K around 2026-11-04 14:58 UTC'
  );
});

it('says first that it would rather have stopped', () => {
  expect(textsOf('limit', projected({ p: 0.49 }))).toEqual([
    'more likely to stop; if not, 25 K around 16:13',
    'more likely to stop; if not, 25 K',
    'perhaps 25 K',
  ]);
  expect(textsOf('limit', projected({ p: 0.5 }))?.[0]).toBe('25 K around 16:13');
});

it('gives no time where there is none', () => {
  expect(textsOf('limit', projected({ crossing: null }))?.[0]).toBe('25 K, not before 15:46');
  expect(textsOf('limit', projected({ crossing: null, p: 0.2 }))?.[0]).toBe(
    'more likely to stop; if not, 25 K, not before 15:46'
  );
  const none = projected({ crossing: null, lo: null, p: 0.04 });
  expect(textsOf('limit', none)).toEqual(['would hardly have hit 25 K', '25 K']);
  expect(textsOf('limit', { ...none, limit: { ...limit, direction: 'falling' } })?.[0]).toBe(
    'would hardly have dropped to 25 K'
  );
  expect(textsOf('margin', none)).toEqual([]);
});

it('says around how long before where there is no earliest crossing', () => {
  expect(textsOf('margin', projected({ lo: null }))).toEqual(['around 75 min']);
});

it.each([
  ['too-few-points', 'too few points'],
  ['constant', 'it did not move'],
  ['heading-away', 'it moved away'],
  ['already-past', 'it was past the limit'],
  ['no-trend', 'no clear trend'],
  ['counter-resets', 'a counter that restarts'],
  ['season-longer-than-stretch', 'perhaps a daily swing'],
  ['limit-unreachable', 'the limit is out of reach'],
  ['beyond-horizon', 'too far away to say'],
  ['points-not-kept', 'its points were not kept'],
] as const)('says in short why there is no road: %s', (reason, why) => {
  const projection: Projection = { ok: false, reason, window: stretch, horizon: 1, points: 9 };
  expect(textsOf('refused', { projection })).toEqual([`no road: ${why}`, why, 'no road']);
  expect(textsOf('limit', { projection })).toEqual(['25 K']);
  expect(textsOf('beyond', { projection }, true)).toEqual([]);
});

it('says how far it can speak only where it may go on for ever', () => {
  const closed = projected({ hi: actedAt + 9e6 });
  expect(textsOf('beyond', {}, true)).toEqual(['beyond 18:25 we cannot say']);
  expect(textsOf('beyond', closed, true)).toEqual([]);
  expect(textsOf('limit', {}, true)).toEqual(['25 K around 16:13, or not at all', '25 K around 16:13', '25 K']);
  expect(textsOf('limit', closed, true)).toEqual(['25 K around 16:13', '25 K']);
});

it('says what its parts are where nothing beside it does', () => {
  expect([textsOf('stretch', {}, true), textsOf('after', {}, true)]).toEqual([
    ['what was acted on'],
    ['what came instead'],
  ]);
  expect([textsOf('stretch'), textsOf('after'), textsOf('beyond')]).toEqual([undefined, undefined, undefined]);
});

it('speaks of no limit where none was chosen', () => {
  const none = { limit: null, projection: null };
  expect([textsOf('limit', none), textsOf('incident', none), textsOf('margin', none)]).toEqual([[], [], []]);
  expect(textsOf('acted', none)).toEqual(['acted 14:58']);
});

it('writes out a value that nobody put into words, and cuts words of others', () => {
  expect(textsOf('limit', { limit: { ...limit, text: '' } })?.at(-1)).toBe('25 K');
  const long = { ...limit, text: 'w'.repeat(90) };
  expect(textsOf('limit', { limit: long })?.at(-1)).toHaveLength(40);
});
