import { marginOf } from '../../projection/margin';
import type { Limit } from '../../projection/limit';
import type { Projection } from '../../projection/projection';
import { cutMiddle } from '../../text/cutMiddle';
import { visibleText } from '../../text/visibleText';
import { marginText } from '../marginText';
import type { Speech } from '../speech';
import { refusalInShort } from './refusalInShort';
import type { Story } from './story';

/** What is written into a picture, in the order of need; each said in more and in fewer words. */
export interface StoryWord {
  of: 'margin' | 'limit' | 'acted' | 'refused' | 'incident' | 'name' | 'stretch' | 'after' | 'beyond';
  texts: readonly string[];
  /** Better left out than written over a line. */
  optional: boolean;
}

/** Letters of a name that is not ours. */
const LONGEST = 40;

/**
 * The words of a picture: how long before, what and when, when somebody acted, and what cannot be said. `alone`: with the day, and
 * with what its parts are, because nothing beside it says so.
 */
export function storyWords(story: Story, speech: Speech, alone: boolean): StoryWord[] {
  const { limit, projection, actedAt, evidence } = story;
  const times = [...(alone ? [speech.time(actedAt)] : []), speech.time(actedAt, actedAt)];
  const needed: Array<Omit<StoryWord, 'optional'>> = [
    { of: 'margin', texts: limit ? marginTexts(projection, actedAt, speech) : [] },
    { of: 'limit', texts: limit ? limitTexts(limit, story, speech, alone) : [] },
    { of: 'refused', texts: projection && !projection.ok ? refusedTexts(projection, speech) : [] },
    { of: 'acted', texts: times.map((time) => speech.phrase('picture.acted', 'acted {{time}}', { time })) },
  ];
  const optional: typeof needed = [
    { of: 'incident', texts: limit ? [speech.phrase('picture.incident', 'incident')] : [] },
    { of: 'name', texts: [cutMiddle(visibleText(evidence.series[0]?.name ?? ''), LONGEST)] },
    ...(alone ? partWords(story, speech) : []),
  ];
  return [
    ...needed.map((word) => ({ ...word, optional: false })),
    ...optional.map((word) => ({ ...word, optional: true })),
  ];
}

type Answer = Extract<Projection, { ok: true }>;

function marginTexts(projection: Projection | null, actedAt: number, speech: Speech): string[] {
  const margin = marginOf(projection, actedAt);
  if (margin.atLeast === null && margin.around === null) {
    return [];
  }
  const long = marginText(margin, speech);
  if (margin.atLeast === null) {
    return [long];
  }
  const duration = speech.duration(margin.atLeast, Math.floor);
  return [long, speech.phrase('picture.at-least', 'at least {{duration}}', { duration })];
}

function limitTexts(limit: Limit, { projection, actedAt }: Story, speech: Speech, alone: boolean): string[] {
  const value = cutMiddle(visibleText(limit.text || speech.value(limit.value, limit.unit)), LONGEST);
  if (!projection?.ok) {
    return [value];
  }
  const when = whenText(value, limit, projection, actedAt, speech);
  const unlikely = (what: string) =>
    speech.phrase('picture.unlikely', 'more likely to stop; if not, {{what}}', { what });
  return projection.p < 0.5 && (projection.crossing ?? projection.lo) !== null
    ? [unlikely(when), unlikely(value), speech.phrase('picture.perhaps', 'perhaps {{limit}}', { limit: value })]
    : [...(alone && isOpen(projection) ? [orNotText(when, speech)] : []), when, value];
}

function isOpen({ crossing, lo, hi }: Answer): boolean {
  return hi === null && (crossing ?? lo) !== null;
}

function orNotText(what: string, speech: Speech): string {
  return speech.phrase('picture.or-not', '{{what}}, or not at all', { what });
}

function whenText(
  limit: string,
  { direction }: Limit,
  { crossing, lo }: Answer,
  actedAt: number,
  speech: Speech
): string {
  if (crossing !== null) {
    return speech.phrase('picture.around', '{{limit}} around {{time}}', {
      limit,
      time: speech.time(crossing, actedAt),
    });
  }
  if (lo !== null) {
    return speech.phrase('picture.not-before', '{{limit}}, not before {{time}}', {
      limit,
      time: speech.time(lo, actedAt),
    });
  }
  return direction === 'falling'
    ? speech.phrase('picture.hardly-drop', 'would hardly have dropped to {{limit}}', { limit })
    : speech.phrase('picture.hardly-hit', 'would hardly have hit {{limit}}', { limit });
}

function refusedTexts({ reason }: Extract<Projection, { ok: false }>, speech: Speech): string[] {
  const why = refusalInShort(reason, speech);
  return [
    speech.phrase('picture.no-road', 'no road: {{why}}', { why }),
    why,
    speech.phrase('picture.no-road-alone', 'no road'),
  ];
}

function partWords({ limit, projection, actedAt }: Story, speech: Speech): Array<Omit<StoryWord, 'optional'>> {
  return [
    { of: 'stretch', texts: [speech.phrase('picture.stretch', 'what was acted on')] },
    { of: 'after', texts: [speech.phrase('picture.after', 'what came instead')] },
    { of: 'beyond', texts: limit && projection?.ok ? beyondTexts(projection, actedAt, speech) : [] },
  ];
}

/** What lies to the right of the picture. */
function beyondTexts({ hi, window, horizon }: Answer, actedAt: number, speech: Speech): string[] {
  const until = speech.time(window.to + horizon, actedAt);
  return hi === null ? [speech.phrase('picture.beyond', 'beyond {{until}} we cannot say', { until })] : [];
}
