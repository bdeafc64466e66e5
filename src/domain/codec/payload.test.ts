import fc from 'fast-check';
import { anyCharacters } from '../../testing/builders/arbitraries';
import { aNearMiss, anEntry, aRecord } from '../../testing/builders/builders';
import { encodeEntry } from './encodeEntry';
import { encodeRecord } from './encodeRecord';
import { bytesOver, charactersOver, MOST_NEW_TEXT_BYTES, MOST_TEXT_BYTES, textBytes, writePayload } from './payload';

const ORGANIZATION = { kind: 'organization' } as const;
/** As long as Grafana lets a login be. */
const LOGIN = 'x'.repeat(190);
const NOTE = { writtenBy: { login: LOGIN, at: 1_790_000_000_000, sealed: false as const } };

it('leaves a new text room for all that a copy of it says besides', () => {
  const record = aRecord();
  const note =
    writePayload({ ...record, ...NOTE, formerId: 'x'.repeat(12) }).length - writePayload({ ...record }).length;
  expect(note).toBeLessThanOrEqual(MOST_TEXT_BYTES - MOST_NEW_TEXT_BYTES);
});

it('lets a copy of the fullest record keep all that the record has', () => {
  const one = { name: '', unit: '', from: 1, to: 2, min: 0, max: 1, times: 'AA__', values: 'AA__' };
  const series = Array.from({ length: 200 }, (_, index) => ({ ...one, name: `s${index}` }));
  const full = aRecord({ evidence: { series, dropped: [] }, source: null });
  const kept = (record: typeof full) => encodeRecord(record, ORGANIZATION, '').text.split('"times"').length;
  expect(kept(full)).toBeLessThan(200);
  expect(kept({ ...full, ...NOTE })).toBeGreaterThanOrEqual(kept(full));
});

it('counts how many characters have to go for a text to fit, not one too few', () => {
  fc.assert(
    fc.property(fc.array(anyCharacters, { minLength: 1 }), fc.integer({ min: 0, max: 400 }), (parts, bytes) => {
      const text = parts.join('');
      const count = charactersOver(text, bytes);
      const characters = Array.from(text);
      const freed = (most: number) =>
        textBytes(writePayload({ text })) - textBytes(writePayload({ text: characters.slice(0, most).join('') }));
      expect(freed(characters.length - count)).toBeGreaterThanOrEqual(count === characters.length ? 0 : bytes);
    })
  );
});

it.each([
  ['letters', 'x'],
  ['letters of three bytes', '水'],
  ['signs that are written as escapes', '<'],
])('counts none too many for %s', (_what, character) => {
  const entry = (length: number) => encodeEntry(anEntry({ text: character.repeat(length) }), aNearMiss(), '');
  const long = 20_000;
  const over = charactersOver(character.repeat(long), bytesOver(entry(long)));
  expect(bytesOver(entry(long - over))).toBe(0);
  expect(bytesOver(entry(long - over + 1))).toBeGreaterThan(0);
});
