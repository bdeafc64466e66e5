import { cutMiddle } from './cutMiddle';
import { inkText } from './inkText';

/** Read at most so many times the wanted length: what is taken out must not leave less than could be shown. */
const READ = 4;

/** From a scheme, `www.` or a mail address to what ends it in a name of a series: blanks, quotes, brackets, separators. */
const ADDRESS = /[^\s"'(){}<>,;=|]*(?::\/\/|www\.|\b(?:mailto|tel|sms|sip|xmpp):|@(?=[^\s@]+\.))[^\s"'(){}<>,;=|]*/giu;

/** Where a chat takes a plain name for an address or for somebody to notify: `evil.example`, `@here`. */
const LINKING = /(?<=[\p{L}\p{N}-])[.。．｡](?=\p{L})|@/gu;

/**
 * A name that somebody else chose, for a place that its writer may not write to: at most `most` characters of those that
 * show, both ends of a longer one, without addresses, and nothing that Grafana or a chat would make a link of. Dots inside names stay, broken by a
 * zero-width space.
 */
export function linklessName(name: string, most: number): string {
  const linkless = cutMiddle(inkText(name), READ * most)
    .replace(ADDRESS, '…')
    .replace(LINKING, '$&\u200b');
  return cutMiddle(linkless, most);
}
