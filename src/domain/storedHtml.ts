import { ownLink } from './ownLink';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const LONGEST_SENTENCE = 400;

/** Text as HTML that shows just these characters; what PostgreSQL refuses (NUL, half characters) becomes blanks. */
export function escapeHtml(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/**
 * What Grafana's tooltips and lists show of an annotation: a sentence (at most 400 characters; the payload has all) and
 * a link, as HTML. An address that is neither http(s) nor a path of this Grafana is left out.
 */
export function storedHtml(sentence: string, link: string): string {
  const words = escapeHtml(shorten(sentence, LONGEST_SENTENCE));
  const address = ownLink(link);
  return address === null ? words : `${words} <a href="${escapeHtml(address)}">Open near miss</a>`;
}

/** At most so many characters (code points), with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
