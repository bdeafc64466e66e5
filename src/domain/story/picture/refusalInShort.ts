import type { RefusalReason } from '../../projection/projection';
import type { Speech } from '../speech';

type Words = (speech: Speech) => string;

const WORDS: Readonly<Record<RefusalReason, Words>> = {
  'too-few-points': (speech) => speech.phrase('picture.too-few-points', 'too few points'),
  constant: (speech) => speech.phrase('picture.constant', 'it did not move'),
  'heading-away': (speech) => speech.phrase('picture.heading-away', 'it moved away'),
  'already-past': (speech) => speech.phrase('picture.already-past', 'it was past the limit'),
  'no-trend': (speech) => speech.phrase('picture.no-trend', 'no clear trend'),
  'counter-resets': (speech) => speech.phrase('picture.counter-resets', 'a counter that restarts'),
  'season-longer-than-stretch': (speech) => speech.phrase('picture.season', 'perhaps a daily swing'),
  'limit-unreachable': (speech) => speech.phrase('picture.limit-unreachable', 'the limit is out of reach'),
  'beyond-horizon': (speech) => speech.phrase('picture.beyond-horizon', 'too far away to say'),
  'points-not-kept': (speech) => speech.phrase('picture.points-not-kept', 'its points were not kept'),
};

/** Why there is no road, in the few words that a picture has room for. */
export function refusalInShort(reason: RefusalReason, speech: Speech): string {
  return WORDS[reason](speech);
}
