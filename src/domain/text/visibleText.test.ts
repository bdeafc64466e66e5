import { shorten } from './visibleText';

it('leaves what fits alone and ends the rest in an ellipsis, just as long', () => {
  expect(shorten('seven c', 7)).toBe('seven c');
  expect(shorten('eight ch', 7)).toBe('eight …');
});

it('counts characters, not halves of them', () => {
  expect(shorten('🧯🧯🧯', 3)).toBe('🧯🧯🧯');
  expect(shorten('🧯🧯🧯🧯', 3)).toBe('🧯🧯…');
});
