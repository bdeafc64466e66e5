import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { aNearMiss, aRecord, aShownEntry, AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { chatLine } from './chatLine';
import { DROPPED_REASONS } from '../series/evidence';
import { droppedText } from './droppedText';
import { marginText } from './marginText';
import { nearMissMarkdown } from './markdown';
import { SAVED_BY } from '../record/record';
import { oddMomentText } from './oddMomentText';
import { oddsText } from './oddsText';
import { packCover } from '../pack/packCover';
import { packMarkdown } from '../pack/packMarkdown';
import { plainSpeech } from './plainSpeech';
import { projectionSentence } from './projectionSentence';
import { storyAlt } from './picture/storySvg';
import { storyWords } from './picture/storyWords';
import { refusalText } from './refusalText';
import { savedByText } from './savedByText';
import type { Projection, RefusalReason } from '../projection/projection';

const REASONS: readonly RefusalReason[] = [
  ...(['too-few-points', 'constant', 'heading-away', 'already-past', 'no-trend', 'counter-resets'] as const),
  ...(['season-longer-than-stretch', 'limit-unreachable', 'beyond-horizon', 'points-not-kept'] as const),
];
const { actedAt } = aRecord();
const { limit } = A_RISING_TREND;
const open = AN_OPEN_PROJECTION as Extract<Projection, { ok: true }>;
/** Likely or not, with and without a crossing and its ends, to who acted and to others. */
const VARIANTS = [0.1, 0.9].flatMap((p) =>
  [null, open.crossing, actedAt - 1].flatMap((crossing) =>
    [null, open.lo].flatMap((lo) =>
      [null, actedAt + 9e6].map((hi) => ({ projection: { ...open, p, crossing, lo, hi }, toActor: p < 0.5 }))
    )
  )
);

/** Every phrase of the domain, by its key. */
function phrases(): Map<string, string> {
  const said = new Map<string, string>();
  const speech: typeof plainSpeech = {
    ...plainSpeech,
    phrase: (key, english, values) => {
      expect([english, said.get(key)]).toContain(said.get(key) ?? english);
      said.set(key, english);
      return plainSpeech.phrase(key, english, values);
    },
  };
  const old = { asked: 'Why?', question: 'old' };
  const entries = [aShownEntry(), aShownEntry({ question: 'gone' }), aShownEntry(old)];
  nearMissMarkdown(aRecord({ outcome: 'x' }), [...entries, aShownEntry({ asked: 'x' })], '/x', speech);
  chatLine(aRecord(), '/x', speech);
  savedByText(SAVED_BY, speech);
  REASONS.forEach((reason) => refusalText(reason, speech));
  DROPPED_REASONS.forEach((why) => droppedText({ why }, speech));
  [0.01, 0.34, 0.8, 0.99].forEach((p) => oddsText(p, 'falling', speech));
  [1, null].forEach((meant) => oddMomentText(9, { why: 'future', meant }, 1, speech));
  oddMomentText(1, { why: 'too-early', meant: null }, 1, speech);
  [1, null].forEach((atLeast) => [1, null].forEach((around) => marginText({ atLeast, around }, speech)));
  projectionSentence(
    { name: '', limit: { ...limit, direction: 'falling' }, projection: open, actedAt, stretch: null },
    speech
  );
  for (const over of VARIANTS) {
    projectionSentence({ name: 'x', limit, actedAt, ...over, stretch: null }, speech);
    projectionSentence({ name: 'x', limit, actedAt, ...over, stretch: open.window }, speech);
  }
  pictured(speech);
  const pack = {
    nearMisses: [aNearMiss({ place: { kind: 'journal', dashboardUid: 'j' } })],
    isExamples: true,
    leavesOutExamples: false,
  };
  packCover(pack, { period: '', teams: [], complete: false }, speech);
  const cover = packCover(pack, { period: '', teams: ['x'], complete: true }, speech);
  packMarkdown(pack, { cover, followUps: null, speech, link: () => '/x' });
  return said;
}

/** What is written into pictures: refused, of what falls, and of each variant. */
function pictured(speech: typeof plainSpeech): void {
  const { series, stretch } = A_RISING_TREND;
  const story = { evidence: { series: [series], dropped: [] }, stretch, limit, actedAt };
  REASONS.forEach((reason) => {
    const refused = { ...story, projection: { ...open, ok: false, reason } as const };
    storyWords(refused, speech, true);
    storyAlt(refused, speech);
  });
  for (const { projection } of VARIANTS) {
    storyWords({ ...story, projection }, speech, true);
    storyWords({ ...story, projection, limit: { ...limit, direction: 'falling' } }, speech, false);
    storyAlt({ ...story, projection }, speech);
  }
}

it('gives every phrase a key, and words that no other has', () => {
  const said = phrases();
  expect(said.size).toBeGreaterThan(45);
  for (const [key, english] of said) {
    expect(key).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
    expect(english).toMatch(/[a-z]/i);
  }
  expect(new Set(said.values()).size).toBe(said.size);
});
