import type { Dropped, DroppedReason } from '../series/evidence';
import type { Speech } from './speech';

type Values = Readonly<Record<'series' | 'count' | 'detail', string>>;

const WORDS: Readonly<Record<DroppedReason, (speech: Speech, values: Values) => string>> = {
  'no-points': (speech, values) => speech.phrase('dropped.no-points', '{{series}}: no points near the stretch', values),
  'too-large': (speech, values) =>
    speech.phrase('dropped.too-large', '{{series}}: left out, too large together with the others', values),
  thinned: (speech, values) =>
    speech.phrase('dropped.thinned', '{{series}}: {{count}} points thinned, peaks and troughs kept', values),
  'queries-too-large': (speech, values) =>
    values.count
      ? speech.phrase('dropped.further-queries', 'Queries left out, too large together: {{count}}', values)
      : speech.phrase('dropped.queries-too-large', 'The queries were left out: too large.'),
  'queries-unwritable': (speech, values) =>
    speech.phrase('dropped.queries-unwritable', 'The queries were left out: {{detail}}', values),
  'words-needed-room': (speech, values) =>
    speech.phrase('dropped.words-needed-room', '{{series}}: left out, the words needed the room', values),
  'further-series': (speech, values) =>
    speech.phrase('dropped.further-series', '{{count}} further series: left out', values),
  unreadable: (speech, values) =>
    speech.phrase('dropped.unreadable', '{{series}}: its points could not be read', values),
  'points-unreadable': (speech, values) =>
    speech.phrase('dropped.points-unreadable', '{{series}}: {{count}} points could not be read', values),
  'too-many-series': (speech, values) =>
    speech.phrase('dropped.too-many-series', '{{count}} further series: too many to show', values),
};

/** What was left out of the evidence, in words; the sentence of an old record as it was stored. */
export function droppedText(dropped: Dropped, speech: Speech): string {
  if (typeof dropped === 'string') {
    return dropped;
  }
  const { why, series = '', count, detail = '' } = dropped;
  return WORDS[why](speech, { series, count: count === undefined ? '' : String(count), detail });
}
