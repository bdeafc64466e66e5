import type { Dropped } from '../series/evidence';
import { droppedText } from './droppedText';
import { plainSpeech } from './plainSpeech';

it.each<[Dropped, string]>([
  [{ why: 'no-points', series: 'cpu' }, 'cpu: no points near the stretch'],
  [{ why: 'too-large', series: 'cpu' }, 'cpu: left out, too large together with the others'],
  [{ why: 'thinned', series: 'cpu', count: 300 }, 'cpu: 300 points thinned, peaks and troughs kept'],
  [{ why: 'queries-too-large' }, 'The queries were left out: too large.'],
  [{ why: 'queries-too-large', count: 3 }, 'Queries left out, too large together: 3'],
  [{ why: 'queries-unwritable', detail: 'TypeError: circular' }, 'The queries were left out: TypeError: circular'],
  [{ why: 'words-needed-room', series: 'cpu' }, 'cpu: left out, the words needed the room'],
  [{ why: 'further-series', count: 4 }, '4 further series: left out'],
  [{ why: 'unreadable', series: 'cpu' }, 'cpu: its points could not be read'],
  [{ why: 'points-unreadable', series: 'cpu', count: 1 }, 'cpu: 1 points could not be read'],
  [{ why: 'too-many-series', count: 3 }, '3 further series: too many to show'],
])('says %j in words', (dropped, words) => {
  expect(droppedText(dropped, plainSpeech)).toBe(words);
});

it('says a sentence as an old record holds it, placeholders and all', () => {
  const translated = { ...plainSpeech, phrase: () => 'translated' };
  expect(droppedText('{{series}}: left out', translated)).toBe('{{series}}: left out');
});

it('says a code without its parts, as a record made by hand may hold it', () => {
  expect(droppedText({ why: 'thinned' }, plainSpeech)).toBe(':  points thinned, peaks and troughs kept');
});
