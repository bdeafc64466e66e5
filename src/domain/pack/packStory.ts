import type { NearMiss } from '../fold/nearMiss';
import { headline, isHeadline } from '../record/headline';
import { storyFacts } from '../story/markdown';
import { storySentence } from '../story/projectionSentence';
import { datedSpeech, type Speech } from '../story/speech';

/** Texts of follow-ups by near-miss id; null while nobody read them. */
export type FollowUps = ReadonlyMap<string, readonly string[]> | null;

/** A near miss as the pack tells it; moments carry date and zone, and names of people are left out. */
export interface PackStory {
  headline: string;
  almost: string;
  /** Of the road not taken; empty without a graph. */
  sentence: string;
  facts: ReadonlyArray<readonly [name: string, value: string]>;
  /** What is for people to go on with; where nobody wrote it, `texts` is empty and a line is left to fill in. */
  sections: ReadonlyArray<{ title: string; texts: readonly string[] }>;
}

export function packStory(nearMiss: NearMiss, followUps: FollowUps, inSpeech: Speech): PackStory {
  const speech = datedSpeech(inSpeech);
  const outcome = nearMiss.outcome.trim();
  return {
    headline: headline(nearMiss),
    almost: isHeadline(nearMiss.almost, nearMiss) ? '' : nearMiss.almost.trim(),
    sentence: storySentence(nearMiss, speech),
    facts: storyFacts({ ...nearMiss, recordedFor: '' }, speech),
    sections: [
      { title: speech.phrase('markdown.outcome', 'What came of it'), texts: outcome ? [outcome] : [] },
      {
        title: speech.phrase('pack.needed', 'What it would take not to need luck again'),
        texts: followUps ? (followUps.get(nearMiss.id) ?? []) : [unread(speech)],
      },
    ],
  };
}

/** "Nobody wrote it" can only be said of what was read. */
function unread(speech: Speech): string {
  return speech.phrase('pack.unread', 'Follow-ups are not included in this pack.');
}

/** Stands before the line that is left to fill in. */
export function toFillIn(speech: Speech): string {
  return speech.phrase('pack.fill-in', 'Not written down yet:');
}
