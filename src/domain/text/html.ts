import { visibleText } from './visibleText';

// Up to the next `<`: otherwise a million of them without an end would each be followed to the end of the text.
const BREAK = /<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };

/** An annotation's text without its HTML, for a field that people edit; "heap < 4 and > 3" stays as it is. Never for use as HTML. */
export function plainText(html: string): string {
  return html
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_entity, name: string) => NAMED[name] ?? '')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as one line of HTML or SVG that shows just these characters; also what PostgreSQL refuses (NUL, half characters) is gone. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
