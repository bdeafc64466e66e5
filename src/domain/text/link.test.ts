import fc from 'fast-check';
import { anyCharacters } from '../../testing/builders/arbitraries';
import { safeLink, ownLink, pathPart } from './link';
import { newId } from '../record/id';

it.each(['https://example.org/a?b=c#d', 'http://x', ' mailto:a@example.org '])('lets %s pass', (link) => {
  expect(safeLink(link)).toBe(link.trim());
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'ftp://x',
  '/a/b',
  'example.org',
  '',
  'https://a b',
  'https://example.org/a b',
  'https://exam\nple.org',
  'https://example.org/\u0007',
])('refuses %j', (link) => {
  expect(safeLink(link)).toBeNull();
});

it('never passes anything that a browser opens with another protocol', () => {
  fc.assert(
    fc.property(fc.oneof(anyCharacters, fc.webUrl()), (text) => {
      const link = safeLink(text);
      expect(link === null || ['http:', 'https:', 'mailto:'].includes(new URL(link, 'x://y').protocol)).toBe(true);
    })
  );
});

it('takes paths of this Grafana for own links, and no other host', () => {
  expect(ownLink('/a/app/nm/x?y=1')).toBe('/a/app/nm/x?y=1');
  expect(['//evil.example', '/\\evil.example', 'javascript:x'].map(ownLink)).toEqual([null, null, null]);
});

it('makes ids of twelve url-safe characters, a new one each time', () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(ids.every((id) => /^[\w-]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(500);
});

it.each([
  ['plain_uid-1', 'plain_uid-1'],
  ['a/b?c#d', 'a%2Fb%3Fc%23d'],
  ['🧯', '%F0%9F%A7%AF'],
  ['half \ud83d', 'half%20%EF%BF%BD'],
])('makes of %j one part of a path', (text, part) => {
  expect(pathPart(text)).toBe(part);
});
