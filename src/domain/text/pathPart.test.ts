import { pathPart } from './pathPart';

it.each([
  ['plain_uid-1', 'plain_uid-1'],
  ['a/b?c#d', 'a%2Fb%3Fc%23d'],
  ['🧯', '%F0%9F%A7%AF'],
  ['half \ud83d', 'half%20%EF%BF%BD'],
])('makes of %j one part of a path', (text, part) => {
  expect(pathPart(text)).toBe(part);
});
