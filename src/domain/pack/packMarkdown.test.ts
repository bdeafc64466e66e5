import fc from 'fast-check';
import { HOSTILE_TEXTS } from '../../testing/builders/hostileTexts';
import { aNearMiss, aNearMissWithoutGraph } from '../../testing/builders/builders';
import type { NearMiss } from '../fold/nearMiss';
import { plainSpeech } from '../story/plainSpeech';
import { packCover } from './packCover';
import { packMarkdown } from './packMarkdown';
import type { FollowUps } from './packStory';

function markdown(nearMisses: readonly NearMiss[], followUps: FollowUps = null) {
  const pack = { nearMisses, isExamples: false, leavesOutExamples: false };
  return packMarkdown(pack, {
    cover: packCover(pack, { period: 'Q4 2026', teams: ['payments'], complete: true }, plainSpeech),
    followUps,
    speech: plainSpeech,
    link: (id) => `https://grafana.example/nm/${id}`,
  });
}

it('begins with what it cannot say, then tells story by story, and ends with what its words mean', () => {
  const headings = markdown([aNearMiss(), aNearMissWithoutGraph()]).match(/^#{1,3} .*$/gm);
  expect(headings).toEqual([
    '# Evidence pack',
    '## What this pack cannot say',
    '## Orders piled up behind one consumer',
    '### What came of it',
    '### What it would take not to need luck again',
    '## A time-out in seconds where the code reads ms',
    '### What came of it',
    '### What it would take not to need luck again',
    '## What its words mean',
  ]);
});

it('tells margin, cue, what saved it and the way back', () => {
  const text = markdown([aNearMiss()]);
  expect(text).toContain('- **Margin:** at least 48 min (9 in 10)');
  expect(text).toContain('The line had no dips any more.');
  expect(text).toContain('- **What saved it:** a person, luck');
  expect(text).toContain('](<https://grafana.example/nm/queue-1-abcd>)');
});

it('keeps the pictures behind its end, so that it can be read as text', () => {
  const text = markdown([aNearMiss(), aNearMissWithoutGraph()]);
  expect(text.match(/!\[[^\]]*\]\[[\w-]+\]/g)).toEqual([
    expect.stringMatching(/^!\[Graph of orders waiting\. .*\]\[queue-1-abcd\]$/),
  ]);
  expect(text.trimEnd().split('\n').at(-1)).toMatch(/^\[queue-1-abcd\]: <data:image\/svg\+xml,[^<>\s]+>$/);
});

it('leaves a line to fill in for what nobody wrote, and none for what somebody did', () => {
  const blank = /Not written down yet:/g;
  expect(markdown([aNearMiss()], new Map()).match(blank)).toHaveLength(2);
  const told = markdown(
    [aNearMiss({ outcome: 'An alert.' })],
    new Map([['queue-1-abcd', ['If it grows, then page.']]])
  );
  expect(told).toContain('### What came of it\n\nAn alert.');
  expect(told).toContain('If it grows, then page.');
  expect(told).not.toMatch(blank);
});

it('does not say that nobody wrote what it has not read', () => {
  const text = markdown([aNearMiss({ outcome: 'An alert.' })]);
  expect(text).toContain('Follow-ups are not included in this pack.');
  expect(text).not.toContain('Not written down yet:');
});

it('names nobody: neither who wrote nor for whom it was recorded', () => {
  const text = markdown([aNearMiss({ recordedFor: 'Berta Beispiel' })]);
  expect(text).not.toMatch(/anna|Berta/);
});

it('lets no typed text mark up or link', () => {
  const hostile = fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text));
  fc.assert(
    fc.property(hostile, (typed) => {
      const text = markdown([aNearMiss({ title: typed, almost: typed, outcome: typed, cue: typed })]);
      expect(text.match(/^#{1,3} /gm)).toHaveLength(6);
      expect(text.replace(/\\./g, '')).not.toMatch(/<(?!https:|data:)\w|javascript:\/\//i);
    })
  );
});
