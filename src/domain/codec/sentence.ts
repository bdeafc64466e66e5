import { escapeHtml } from '../text/html';
import { visibleText, shorten } from '../text/visibleText';
import { ownLink } from '../text/link';

const LONGEST_SENTENCE = 280;

/**
 * What Grafana's tooltips and lists show of an annotation: a sentence (at most 280 characters; the payload has all) and
 * a link, as HTML. An address that is neither http(s) nor a path of this Grafana is left out.
 */
export function storedHtml(sentence: string, link: string): string {
  const words = escapeHtml(shorten(visibleText(sentence), LONGEST_SENTENCE));
  const address = ownLink(link);
  return address === null ? words : `${words} <a href="${escapeHtml(address)}">Open near miss</a>`;
}
