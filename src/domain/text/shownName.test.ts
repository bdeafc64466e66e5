import fc from 'fast-check';
import { shownName } from './shownName';

it('shows an honest name as it is', () => {
  expect(shownName('anna.müller@example.org')).toBe('anna.müller@example.org');
});

it.each([
  ['three thousand letters', 'a'.repeat(3_000), `${'a'.repeat(39)}…`],
  ['Hangul fillers', `anna${'\u3164'.repeat(500)}`, 'anna'],
  ['no-break spaces', `anna${'\u00a0'.repeat(500)}x`, 'anna x'],
  ['Braille blanks', `anna${'\u2800'.repeat(500)}`, 'anna'],
  ['an override of direction', 'anna\u202enimda', 'annanimda'],
  ['an isolate that stays open', 'anna\u2067', 'anna'],
  ['one that is closed early', 'anna\u2069, boss', 'anna, boss'],
  ['line ends', 'anna\r\nben', 'anna ben'],
  ['zero width', 'an\u200bna\u200d\ufeff', 'anna'],
])('shows of a name with %s what it would be without', (_what, name, shown) => {
  expect(shownName(name)).toBe(shown);
});

it('shows nothing of a name that shows nothing', () => {
  expect(['', ' ', '\u3164\u202e\u2067', '\n'].map(shownName)).toEqual(['', '', '', '']);
});

it('is never longer than 40 characters, and none of them turns the line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const shown = shownName(name);
      expect(Array.from(shown).length).toBeLessThanOrEqual(40);
      expect(shown).not.toMatch(/[\u2066-\u2069\u202a-\u202e\u200e\u200f\p{Cc}]/u);
    })
  );
});
