import { visibleText } from './visibleText';

const ZERO_WIDTH = '\u200b';

/**
 * A typed text as one line of Markdown that shows just its characters: no heading, list, table, link, image or HTML comes
 * of it. Parentheses stay: without a bracket before them they mark up nothing. What renderers link or notify without any mark-up (`https://…`, `www.…`, `@name`) is broken by a zero-width space.
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_{}[\]<>#|~&$!]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)|@|www(?=\.)/gi, `$&${ZERO_WIDTH}`);
}

/** The same for several lines: each becomes a paragraph of its own. */
export function markdownParagraphs(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(markdownText)
    .filter(Boolean)
    .join('\n\n');
}

/** An address as a Markdown link target that cannot end early. */
export function markdownLink(words: string, address: string): string {
  return `[${markdownText(words)}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}
