import fc from 'fast-check';
import { HOSTILE_TEXTS } from '../../testing/builders/hostileTexts';
import { anyCharacters } from '../../testing/builders/arbitraries';
import { linklessName } from './linklessName';

it.each(['orders waiting', 'Heap {pod="cart-7d"}', 'http_requests:rate5m', '99.9 %', 'metadata:cart', '10.0.0.1:9090'])(
  'leaves %s as it is',
  (name) => expect(linklessName(name, 80)).toBe(name)
);

it.each([
  ['an address', 'see https://evil.example/x?y=1', 'see …=1'],
  ['one among labels', 'up{instance="https://shop.example/",job="x"}', 'up{instance="…",job="x"}'],
  ['one without a scheme', 'www.evil.example now', '… now'],
  ['one of mail', 'ask mailto:anna@evil.example or anna@evil.example', 'ask … or …'],
  ['a number to call', 'tel:+4930123456', '…'],
  ['a scheme of its own', 'javascript://%0aalert(1)', '…(1)'],
  ['one broken by what does not show', 'ht\u200btps:/\u2060/evil.example', '…'],
  ['a plain domain', 'evil.example/x', 'evil.\u200bexample/x'],
  ['one with a wide dot', 'evil。example', 'evil。\u200bexample'],
  ['somebody to notify', '@here', '@\u200bhere'],
  ['another direction', 'a\u202eb\u2067c', 'abc'],
  ['line ends', 'a\r\nb\u0000c', 'a b c'],
])('takes %s out of a name', (_what, name, shown) => {
  expect(linklessName(name, 80)).toBe(shown);
});

it('cuts what is too long, also where what does not show comes first', () => {
  expect(linklessName('w'.repeat(300), 80)).toBe(`${'w'.repeat(40)}…${'w'.repeat(39)}`);
  expect(linklessName(`${'\u3164'.repeat(5_000)}heap`, 80)).toBe('heap');
});

it('leads nowhere, whatever the name, and is never longer than asked', () => {
  const parts = fc.constantFrom(
    ...HOSTILE_TEXTS.map(([, text]) => text),
    'https://',
    'www.',
    '@',
    '.',
    'a',
    'x.y',
    '://'
  );
  const names = fc.oneof(
    anyCharacters,
    fc.array(parts, { maxLength: 6 }).map((some) => some.join(''))
  );
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 90 }), (name, most) => {
      const shown = linklessName(name, most);
      expect(Array.from(shown).length).toBeLessThanOrEqual(most);
      expect(shown).not.toMatch(
        /:\/\/|www\.|\bmailto:|\btel:|[\p{L}\p{N}]\.\p{L}|@\p{L}|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
      );
    })
  );
});

it('takes no longer for a name made to be slow', () => {
  const started = performance.now();
  for (const slow of ['@', '://', 'www.', 'a', 'a@', '.a']) {
    linklessName(slow.repeat(200_000), 80);
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});
