import { headline } from '../record/headline';
import type { NearMissRecord } from '../record/record';
import { type Speech, datedSpeech } from './speech';
import { marginOf } from '../projection/margin';
import { marginText } from './marginText';
import { visibleText } from '../text/visibleText';
import { storySentence } from './projectionSentence';
import { ownLink } from '../text/link';

const HARMLESS: Readonly<Record<string, string>> = { '*': '∗', '`': '’', '~': '∼', '<': '‹', '>': '›', '|': '¦' };

/**
 * One line for a chat: what almost happened, the margin, the road not taken (with date and zone), the link; no names of people. Chats have no escape in common, so
 * what would mark up, link or notify is replaced by a look-alike or broken by a zero-width space.
 */
export function chatLine(nearMiss: NearMissRecord, link: string, speech: Speech): string {
  const heading = withoutEnd(visibleText(nearMiss.almost) || visibleText(headline(nearMiss)));
  const what = speech.phrase('chat.near-miss', 'Near miss: {{headline}}.', { headline: heading });
  return [
    chatText(what),
    chatText(marginSentence(nearMiss, speech)),
    chatText(storySentence(nearMiss, datedSpeech(speech), heading)),
    ownLink(link) ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

function marginSentence({ projection, actedAt }: NearMissRecord, speech: Speech): string {
  const margin = marginOf(projection, actedAt);
  return margin.atLeast === null
    ? ''
    : speech.phrase('row.margin', 'Margin: {{margin}}.', { margin: marginText(margin, speech) });
}

/** Without the full stops at its end. Not by a pattern: from each of a million stops it would look for the end anew. */
function withoutEnd(text: string): string {
  let length = text.length;
  while (length > 0 && '. '.includes(text.charAt(length - 1))) {
    length--;
  }
  return text.slice(0, length);
}

function chatText(text: string): string {
  return visibleText(text)
    .replace(/[*`~<>|]/g, (character) => HARMLESS[character] ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/@|\](?=[([])|:(?=\/\/)|www(?=\.)/gi, '$&\u200b');
}
