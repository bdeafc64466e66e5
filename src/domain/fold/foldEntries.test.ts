import fc from 'fast-check';
import { someDecodedEntries } from '../../testing/builders/arbitraries';
import { anAnnotation, anEntry } from '../../testing/builders/builders';
import type { Annotation } from '../codec/annotation';
import { foldEntries } from './foldEntries';
import type { Entry } from '../record/record';
import type { DecodedEntry } from '../codec/decoded';

function entry(id: number, over: Partial<Entry> = {}, annotation: Partial<Annotation> = {}): DecodedEntry {
  return {
    what: 'entry',
    entry: anEntry({ id: `e${id}`, text: `text ${id}`, ...over }),
    annotation: anAnnotation({ id, created: id, ...annotation }),
  };
}

const byAge = (a: DecodedEntry, b: DecodedEntry) => a.annotation.id - b.annotation.id;
const texts = (entries: DecodedEntry[]) => foldEntries(entries).map(({ text }) => text);

it('shows the same for any order of arrival', () => {
  const shuffled = someDecodedEntries.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }))
  );
  fc.assert(fc.property(shuffled, ([given, other]) => expect(foldEntries(other)).toEqual(foldEntries(given))));
});

it('never hides words unless the same login replaced them later, and nobody changed that since', () => {
  fc.assert(
    fc.property(someDecodedEntries, (entries) => {
      const shown = new Set(foldEntries(entries).map(({ annotationId }) => annotationId));
      const ids = new Set<string>();
      for (const { entry: one, annotation } of [...entries].sort(byAge)) {
        const isTwin = ids.has(one.id);
        ids.add(one.id);
        const replacedBySame = entries.some(
          (other) =>
            other.entry.replaces === one.id &&
            other.annotation.login === annotation.login &&
            other.annotation.created === other.annotation.updated &&
            byAge(other, { entry: one, annotation, what: 'entry' }) > 0
        );
        expect(isTwin || shown.has(annotation.id) || (replacedBySame && annotation.login !== '')).toBe(true);
      }
    })
  );
});

it('shows entries oldest first', () => {
  expect(texts([entry(3), entry(1), entry(2)])).toEqual(['text 1', 'text 2', 'text 3']);
});

it('shows an edit in place of what it replaces, also along a chain', () => {
  const shown = foldEntries([entry(1), entry(2, { replaces: 'e1' }), entry(3, { replaces: 'e2' })]);
  expect(shown).toMatchObject([{ text: 'text 3', edited: true, annotationId: 3 }]);
});

it.each([
  ['another login', { login: 'mallory' }],
  ['no login', { login: '' }],
  ['an entry that was changed outside', { updated: 99 }],
])('keeps the words beside a replacement by %s', (_, annotation) => {
  const shown = foldEntries([entry(1), entry(2, { replaces: 'e1' }, annotation)]);
  expect(shown).toMatchObject([
    { text: 'text 1', edited: false },
    { text: 'text 2', edited: false },
  ]);
});

it('keeps what two people wrote apart after one admin copied it', () => {
  const copied = (login: string) => ({ writtenBy: { login, at: 1 } });
  const by = { login: 'admin' };
  expect(texts([entry(1, copied('anna'), by), entry(2, { ...copied('ben'), replaces: 'e1' }, by)])).toHaveLength(2);
  expect(texts([entry(1, copied('anna'), by), entry(2, { ...copied('anna'), replaces: 'e1' }, by)])).toEqual([
    'text 2',
  ]);
});

it('ignores an entry that names a later one, itself or one that is gone', () => {
  expect(
    texts([entry(1, { replaces: 'e2' }), entry(2, { replaces: 'e2' }), entry(3, { replaces: 'gone' })])
  ).toHaveLength(3);
});

it('shows a twin once, as it was first posted', () => {
  expect(foldEntries([entry(5, { id: 'same' }), entry(4, { id: 'same' })])).toMatchObject([{ annotationId: 4 }]);
});

it('lets an edit take the place of its former words where Grafana does not say what was changed', () => {
  const untold = { updated: null };
  const shown = foldEntries([entry(1, {}, untold), entry(2, { replaces: 'e1' }, untold)]);
  expect(shown).toMatchObject([{ text: 'text 2', edited: true, author: { sealed: null, changedAt: null } }]);
});

it('seals what was never changed', () => {
  const [sealed, broken] = foldEntries([entry(1), entry(2, {}, { updated: 9 })]);
  expect([sealed?.author.sealed, broken?.author.sealed]).toEqual([true, false]);
});
