import fc from 'fast-check';
import { cutMiddle } from './cutMiddle';

it.each([
  ['short', 10, 'short'],
  ['container_memory_bytes{pod="cart-1"}', 20, 'container_…"cart-1"}'],
  ['abcdef', 3, 'a…f'],
  ['abcdef', 1, '…'],
  ['👩👩👩👩👩', 3, '👩…👩'],
])('cuts %s to %d characters: %s', (text, most, cut) => {
  expect(cutMiddle(text, most)).toBe(cut);
});

it('keeps names apart that differ at either end, and never more than there is room for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const cut = Array.from(cutMiddle(text, most));
      const whole = Array.from(text);
      expect(cut.length).toBe(Math.min(whole.length, most));
      expect(most < 3 || cut[0] === whole[0]).toBe(true);
      expect(most < 3 || cut.at(-1) === whole.at(-1)).toBe(true);
    })
  );
});
