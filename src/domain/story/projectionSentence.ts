import { oddsText } from './oddsText';
import { refusalText } from './refusalText';
import type { Speech } from './speech';
import type { Projection } from '../projection/projection';
import type { Limit } from '../projection/limit';
import { headline } from '../record/headline';
import type { Stretch } from '../series/stretch';
import type { NearMissRecord } from '../record/record';

/** The road not taken of a near miss in words; empty when it has none or the projection was refused. */
export function storySentence(record: NearMissRecord, speech: Speech): string {
  const { limit, projection, actedAt, source, stretch } = record;
  if (!limit || !projection?.ok) {
    return '';
  }
  return projectionSentence({ name: source?.series || headline(record), limit, projection, actedAt, stretch }, speech);
}

type Answer = Extract<Projection, { ok: true }>;

const OPEN = 'hardly before {{lo}} (1 in 10)';

interface Subject {
  /** What grew, as people call it. */
  name: string;
  limit: Limit;
  projection: Projection;
  /** Epoch ms. */
  actedAt: number;
  /** What was acted on; absent or null when that is not known. */
  stretch?: Stretch | null;
  /** True where only who acted reads it, while recording; everybody else reads of no "you". */
  toActor?: boolean;
}

/**
 * The road not taken in words (design §4.2). Begins with "More likely than not it would have stopped" below an even
 * chance; with no upper end the odds of stopping follow, never a closed interval; a refusal says why and what to do.
 */
export function projectionSentence(subject: Subject, speech: Speech): string {
  const { name, limit, projection } = subject;
  if (!projection.ok) {
    return refusalText(projection.reason, speech);
  }
  const values = {
    name,
    limit: limit.text || speech.value(limit.value, limit.unit),
    horizon: speech.duration(projection.horizon),
  };
  const road =
    projection.crossing === null
      ? noCrossing(projection, values, speech)
      : crossing(projection, { ...values, ...moments(projection, projection.crossing, subject, speech) }, speech);
  const odds = projection.hi === null ? oddsText(projection.p, projection.horizon, speech) : '';
  return [road, unseen(projection, subject, speech), odds].filter(Boolean).join(' ');
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

function moments({ lo, hi }: Answer, at: number, subject: Subject, speech: Speech) {
  return {
    time: speech.time(at),
    after: afterText(at, subject, speech),
    lo: lo === null ? '' : speech.time(lo),
    hi: hi === null ? '' : speech.time(hi),
  };
}

function crossing({ p, lo, hi }: Answer, values: Readonly<Record<string, string>>, speech: Speech): string {
  const main =
    p < 0.5
      ? speech.phrase(
          'projection.unlikely',
          'More likely than not it would have stopped; if not, {{name}} would have reached {{limit}} around {{time}}, {{after}}',
          values
        )
      : speech.phrase(
          'projection.likely',
          'Had it gone on, {{name}} would have reached {{limit}} around {{time}}, {{after}}',
          values
        );
  if (lo === null) {
    return `${main}.`;
  }
  const bounds =
    hi === null
      ? speech.phrase('projection.open', OPEN, values)
      : speech.phrase('projection.closed', 'hardly before {{lo}} and hardly after {{hi}} (1 in 10 each)', values);
  return `${main}; ${bounds}.`;
}

/** Half of the replays end beyond the horizon: of the time there is no more to say than what it is hardly before. */
function noCrossing({ p, lo }: Answer, given: Readonly<Record<string, string>>, speech: Speech): string {
  const values = { ...given, lo: lo === null ? '' : speech.time(lo) };
  if (p >= 0.5) {
    const main = speech.phrase(
      'projection.likely-beyond',
      'Had it gone on, {{name}} would have reached {{limit}}, but we cannot say when',
      values
    );
    return lo === null ? `${main}.` : `${main}; ${speech.phrase('projection.open', OPEN, values)}.`;
  }
  return lo === null
    ? speech.phrase(
        'projection.unlikely-beyond',
        'More likely than not it would have stopped; if not, {{name}} would hardly have reached {{limit}} within the {{horizon}} we can speak of.',
        values
      )
    : speech.phrase(
        'projection.hardly-before',
        'More likely than not it would have stopped; if not, {{name}} would hardly have reached {{limit}} before {{lo}} (1 in 10). When, we cannot say.',
        values
      );
}
