import { oddsText } from './oddsText';
import { refusalText } from './refusalText';
import type { Speech } from './speech';
import type { Projection } from '../projection/projection';
import type { Limit } from '../projection/limit';
import { headline } from '../record/headline';
import type { Stretch } from '../series/stretch';
import type { NearMissRecord } from '../record/record';

/**
 * The road not taken of a near miss in words; empty when it has none or the projection was refused. `heading`: what stands
 * before it, by default the headline.
 */
export function storySentence(record: NearMissRecord, speech: Speech, heading = headline(record)): string {
  const { limit, projection, actedAt, source, stretch } = record;
  if (!limit || !projection?.ok) {
    return '';
  }
  return projectionSentence({ name: source?.series ?? '', heading, limit, projection, actedAt, stretch }, speech);
}

type Answer = Extract<Projection, { ok: true }>;
type Values = Readonly<Record<string, string>>;

interface Subject {
  /** What moved, as people call it: its series. */
  name: string;
  /** What people have just read; a name that stands there is not said again. */
  heading?: string;
  limit: Limit;
  projection: Projection;
  /** Epoch ms. */
  actedAt: number;
  /** What was acted on; null when that is not known. */
  stretch: Stretch | null;
  /** True where only who acted reads it, while recording; everybody else reads of no "you". */
  toActor?: boolean;
}

/**
 * The road not taken in words (design §4.2). Below an even chance it says first that it would rather have stopped; with no
 * upper end the odds of stopping follow, never a closed interval; a refusal says why and what to do.
 */
export function projectionSentence(subject: Subject, speech: Speech): string {
  const { limit, projection } = subject;
  if (!projection.ok) {
    return refusalText(projection.reason, speech);
  }
  const values = {
    would: wouldText(subject, speech),
    hit: hitText(limit, speech),
    horizon: speech.duration(projection.horizon),
  };
  const road =
    projection.crossing === null
      ? noCrossing(projection, values, speech)
      : crossing(projection, projection.crossing, values, subject, speech);
  const odds = projection.hi === null ? oddsText(projection.p, limit.direction, speech) : '';
  return [road, unseen(projection, subject, speech), odds].filter(Boolean).join(' ');
}

function wouldText({ name, heading = '' }: Subject, speech: Speech): string {
  return !name || plainWords(heading).includes(plainWords(name))
    ? speech.phrase('projection.would', 'Would')
    : speech.phrase('projection.name-would', '{{name}} would', { name });
}

/** For comparing: " order journal " for "Order-journal". */
function plainWords(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? text
  } `;
}

function hitText({ text, value, unit, direction }: Limit, speech: Speech): string {
  const limit = { limit: text || speech.value(value, unit) };
  return direction === 'falling'
    ? speech.phrase('projection.drop', 'dropped to {{limit}}', limit)
    : speech.phrase('projection.hit', 'hit {{limit}}', limit);
}

/** Why it could have been over before anybody acted; empty while all of it lies after that. */
function unseen({ lo, crossing, window }: Answer, { actedAt, stretch }: Subject, speech: Speech): string {
  const earliest = Math.min(lo ?? Infinity, crossing ?? Infinity);
  if (earliest > actedAt || window.to >= actedAt) {
    return '';
  }
  const end = stretch?.to ?? actedAt;
  return actedAt - end > end - window.to
    ? speech.phrase('projection.after-stretch', 'The stretch ends {{duration}} before it was acted on.', {
        duration: speech.duration(actedAt - end),
      })
    : speech.phrase('projection.unmeasured', 'The last {{duration}} before it was acted on were not measured.', {
        duration: speech.duration(actedAt - window.to),
      });
}

function afterText(at: number, { actedAt, toActor }: Subject, speech: Speech): string {
  if (at <= actedAt) {
    return toActor
      ? speech.phrase('projection.before-you', 'before you acted')
      : speech.phrase('projection.before', 'before it was acted on');
  }
  const later = { duration: speech.duration(at - actedAt) };
  return toActor
    ? speech.phrase('projection.after-you', '{{duration}} after you acted', later)
    : speech.phrase('projection.after', '{{duration}} after it was acted on', later);
}

function crossing({ p, lo, hi }: Answer, at: number, given: Values, subject: Subject, speech: Speech): string {
  const values = { ...given, time: speech.time(at), after: afterText(at, subject, speech) };
  const road =
    p < 0.5
      ? speech.phrase(
          'projection.unlikely',
          '{{would}} more likely have stopped; if not, it would have {{hit}} around {{time}}, {{after}}',
          values
        )
      : speech.phrase('projection.likely', '{{would}} have {{hit}} around {{time}}, {{after}}', values);
  return bounded(road, { lo, hi }, at, speech);
}

/** The sentence with its ends, the times of which need no day that has been said at `beside`. */
function bounded(road: string, { lo, hi }: Pick<Answer, 'lo' | 'hi'>, beside: number | undefined, speech: Speech) {
  if (lo === null) {
    return `${road}.`;
  }
  const values = { road, lo: speech.time(lo, beside), hi: hi === null ? '' : speech.time(hi, lo) };
  return hi === null
    ? speech.phrase('projection.open', '{{road}} (9 in 10: not before {{lo}}).', values)
    : speech.phrase('projection.closed', '{{road}} (9 in 10: not before {{lo}}; 9 in 10: not after {{hi}}).', values);
}

/** Half of the replays end beyond the horizon: of the time there is no more to say than what it is not before. */
function noCrossing({ p, lo }: Answer, values: Values, speech: Speech): string {
  const ends = { lo, hi: null };
  if (p >= 0.5) {
    const road = speech.phrase('projection.likely-beyond', '{{would}} have {{hit}}, we cannot say when', values);
    return bounded(road, ends, undefined, speech);
  }
  return lo === null
    ? speech.phrase(
        'projection.unlikely-beyond',
        '{{would}} more likely have stopped than {{hit}} within the {{horizon}} we can speak of.',
        values
      )
    : bounded(
        speech.phrase(
          'projection.unlikely-open',
          '{{would}} more likely have stopped; if not, we cannot say when it would have {{hit}}',
          values
        ),
        ends,
        undefined,
        speech
      );
}
