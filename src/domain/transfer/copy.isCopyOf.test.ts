import { aStoredPart } from '../../testing/builders/aStoredPart';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import type { Annotation } from '../codec/annotation';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { isAsGoodAs, isSamePart } from '../fold/isAsGoodAs';
import { encodeImported, isCopyOf } from './copy';
import { encodeRecord } from '../codec/encodeRecord';
import type { Change, Entry } from '../record/record';
import type { StoredPart } from '../fold/storedPart';

const of = aNearMiss();
const entry = (over: Partial<Entry> = {}, stored: Partial<Annotation> = {}) =>
  aStoredPart(encodeEntry(anEntry(over), of, ''), stored);
const change = (over: Partial<Change> = {}) => aStoredPart(encodeChange(aChange(over), of, ''));
const record = aStoredPart(encodeRecord(aRecord(), { kind: 'organization' }, ''));

/** As cleo copied it. */
const copyOf = (part: StoredPart, stored: Partial<Annotation> = {}) =>
  aStoredPart(encodeImported(part, of, ''), { id: 9, created: 99, login: 'cleo', ...stored });
const CHANGED = { created: 5, updated: 6 };

describe('two stored parts are one', () => {
  it('with one id, whatever they say', () => {
    expect(isSamePart(entry(), entry({ text: 'Other words.' }))).toBe(true);
    expect(isSamePart(record, copyOf(record))).toBe(true);
  });

  it('not with two ids', () => {
    expect(isSamePart(entry(), entry({ id: 'entry-2-abcd' }))).toBe(false);
  });

  it('not with one id when they are of two sorts', () => {
    expect(isSamePart(entry({ id: 'one-id' }), change({ id: 'one-id' }))).toBe(false);
  });
});

describe('one part is as good as another', () => {
  it.each([
    ['a record', record],
    ['a change', change()],
    ['an entry', entry()],
    ['what was copied before', copyOf(entry())],
  ])('when it copies %s, whoever copied it', (_what, part) => {
    expect(isAsGoodAs(copyOf(part), part)).toBe(true);
    expect(isAsGoodAs(part, copyOf(part))).toBe(true);
  });

  it('not with other words under its id', () => {
    expect(isAsGoodAs(entry({ text: 'Other words.' }), entry())).toBe(false);
  });

  it('not with the same words under another id', () => {
    expect(isAsGoodAs(entry({ id: 'entry-2-abcd' }), entry())).toBe(false);
  });

  it('not when somebody else wrote the same', () => {
    expect(isAsGoodAs(entry({}, { login: 'ben' }), entry())).toBe(false);
    expect(isAsGoodAs(copyOf(entry({}, { login: 'ben' })), entry())).toBe(false);
  });

  it('not when it was changed outside and the other was not', () => {
    const sealed = entry();
    const unsealed = entry({}, CHANGED);
    expect(isAsGoodAs(unsealed, sealed)).toBe(false);
    expect(isAsGoodAs(sealed, unsealed)).toBe(true);
    expect(isAsGoodAs(unsealed, entry({}, CHANGED))).toBe(true);
  });

  it('not when it copies words that had been changed outside and the other was not', () => {
    const unsealed = entry({}, CHANGED);
    expect(isAsGoodAs(copyOf(unsealed), entry())).toBe(false);
    expect(isAsGoodAs(copyOf(unsealed), unsealed)).toBe(true);
  });
});

describe('where Grafana does not say what was changed', () => {
  const untold = entry({}, { updated: null });

  it('a copy is as good as its original, and the other way round', () => {
    expect(isAsGoodAs(copyOf(untold, { updated: null }), untold)).toBe(true);
    expect(isAsGoodAs(untold, copyOf(untold, { updated: null }))).toBe(true);
    expect(isAsGoodAs(untold, entry())).toBe(true);
  });

  it('a copy does not claim that its words were changed', () => {
    expect(encodeImported(untold, of, '').text).not.toContain('"sealed"');
  });

  it('words that are known to be changed are no substitute', () => {
    expect(isAsGoodAs(entry({}, CHANGED), untold)).toBe(false);
  });
});

describe('a copy', () => {
  const original = entry({}, { id: 5 });

  it.each([
    [6, true],
    [5, false],
    [4, false],
  ])('with the number %d of an original with the number 5: %s', (id, expected) => {
    expect(isCopyOf(copyOf(original, { id }), original)).toBe(expected);
  });

  it('is none when it says something else, however young', () => {
    expect(isCopyOf(entry({ text: 'Other words.' }, { id: 6 }), original)).toBe(false);
  });
});
