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
  of: 'margin' | 'limit' | 'acted' | 'refused' | 'incident' | 'name' | 'note';
  texts: readonly string[];
  /** Better left out than written over a line. */
  optional: boolean;
}

/** Letters of a name that is not ours. */
const LONGEST = 40;

/** The words of a picture: how long before, what and when, when somebody acted, and what cannot be said. `alone`: with the day. */
export function storyWords(story: Story, speech: Speech, alone: boolean): StoryWord[] {
  const { limit, projection, actedAt, evidence } = story;
  const times = [...(alone ? [speech.time(actedAt)] : []), speech.time(actedAt, actedAt)];
  const needed: Array<Omit<StoryWord, 'optional'>> = [
    { of: 'margin', texts: limit ? marginTexts(projection, actedAt, speech) : [] },
    { of: 'limit', texts: limit ? limitTexts(limit, story, speech) : [] },
    { of: 'refused', texts: projection && !projection.ok ? refusedTexts(projection, speech) : [] },
    { of: 'acted', texts: times.map((time) => speech.phrase('picture.acted', 'acted {{time}}', { time })) },
  ];
  const optional: typeof needed = [
    { of: 'incident', texts: limit ? [speech.phrase('picture.incident', 'incident')] : [] },
    { of: 'name', texts: [cutMiddle(visibleText(evidence.series[0]?.name ?? ''), LONGEST)] },
    { of: 'note', texts: limit && projection?.ok ? noteTexts(projection, actedAt, speech) : [] },
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
  return margin.atLeast === null
    ? [long]
    : [long, speech.phrase('picture.at-least', 'at least {{duration}}', { duration: speech.duration(margin.atLeast) })];
}

function limitTexts(limit: Limit, { projection, actedAt }: Story, speech: Speech): string[] {
  const value = cutMiddle(visibleText(limit.text || speech.value(limit.value, limit.unit)), LONGEST);
  if (!projection?.ok) {
    return [value];
  }
  const said = whenTexts(value, limit, projection, actedAt, speech);
  const unlikely = (what: string) =>
    speech.phrase('picture.unlikely', 'more likely to stop; if not, {{what}}', { what });
  return projection.p < 0.5 && (projection.crossing ?? projection.lo) !== null
    ? [...said.map(unlikely), unlikely(value), speech.phrase('picture.perhaps', 'perhaps {{limit}}', { limit: value })]
    : [...said, value];
}

function whenTexts(limit: string, { direction }: Limit, { crossing, lo }: Answer, actedAt: number, speech: Speech) {
  if (crossing !== null) {
    const time = speech.time(crossing, actedAt);
    return [speech.phrase('picture.around', '{{limit}} around {{time}}', { limit, time })];
  }
  if (lo !== null) {
    const time = speech.time(lo, actedAt);
    return [speech.phrase('picture.not-before', '{{limit}}, not before {{time}}', { limit, time })];
  }
  return [
    direction === 'falling'
      ? speech.phrase('picture.hardly-drop', 'would hardly have dropped to {{limit}}', { limit })
      : speech.phrase('picture.hardly-hit', 'would hardly have hit {{limit}}', { limit }),
  ];
}

function refusedTexts({ reason }: Extract<Projection, { ok: false }>, speech: Speech): string[] {
  const why = refusalInShort(reason, speech);
  return [
    speech.phrase('picture.no-road', 'no road: {{why}}', { why }),
    why,
    speech.phrase('picture.no-road-alone', 'no road'),
  ];
}

/** What lies to the right of the picture. */
function noteTexts({ hi, window, horizon }: Answer, actedAt: number, speech: Speech): string[] {
  const until = speech.time(window.to + horizon, actedAt);
  return hi === null
    ? [
        speech.phrase('picture.or-not', '… or not at all; we can speak until {{until}}', { until }),
        speech.phrase('picture.or-not-alone', '… or not at all'),
      ]
    : [];
}
