import type { Speech } from './speech';
import type { RefusalReason } from '../projection/projection';

type Words = (speech: Speech) => string;

const WORDS: Readonly<Record<RefusalReason, Words>> = {
  'too-few-points': (speech) =>
    speech.phrase(
      'refusal.too-few-points',
      'The stretch holds too few points up to the moment of acting. Choose a longer stretch, or let the panel show more points.'
    ),
  constant: (speech) =>
    speech.phrase(
      'refusal.constant',
      'The series does not move in this stretch. Choose the stretch in which it headed for the limit.'
    ),
  'heading-away': (speech) =>
    speech.phrase(
      'refusal.heading-away',
      'The series moves away from this limit. Choose another limit, or the stretch before it turned.'
    ),
  'already-past': (speech) =>
    speech.phrase(
      'refusal.already-past',
      'The series had crossed this limit when it was acted on. Choose a limit that it had not crossed yet.'
    ),
  'no-trend': (speech) =>
    speech.phrase(
      'refusal.no-trend',
      'There is no clear trend in this stretch. Choose the stretch in which it headed for the limit, or save without a projection.'
    ),
  'counter-resets': (speech) =>
    speech.phrase(
      'refusal.counter-resets',
      'This looks like a counter that starts again at zero. Show its rate or increase in the panel, and record from there.'
    ),
  'season-longer-than-stretch': (speech) =>
    speech.phrase(
      'refusal.season-longer-than-stretch',
      'This may be a daily or weekly swing longer than the stretch. Choose a stretch that holds two whole swings.'
    ),
  'limit-unreachable': (speech) =>
    speech.phrase(
      'refusal.limit-unreachable',
      'The series can never cross this limit: it lies beyond 0 to 100 %, or beyond the minimum or maximum set in the panel. Choose a limit within them.'
    ),
  'beyond-horizon': (speech) =>
    speech.phrase(
      'refusal.beyond-horizon',
      'The limit is farther away than we can speak of. Choose a longer stretch, or a nearer limit.'
    ),
  'points-not-kept': (speech) =>
    speech.phrase(
      'refusal.points-not-kept',
      'The moment of acting or the limit was corrected, and the points that a new answer needs were not kept. Taking the correction back brings the first answer back.'
    ),
};

/** Why there is no projection, and what to do about it; the near miss can be saved without one. */
export function refusalText(reason: RefusalReason, speech: Speech): string {
  return WORDS[reason](speech);
}
