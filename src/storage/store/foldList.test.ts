import { decode } from '../../domain/codec/decode';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { foldList } from './foldList';
import type { Decoded } from '../../domain/codec/decoded';

const ORGANIZATION = { kind: 'organization' } as const;
const raw = (id: number, annotation: object) => ({ created: id, updated: id, login: 'anna', ...annotation, id });
const RECORD = raw(1, encodeRecord(aRecord(), ORGANIZATION, ''));
const CHANGE = raw(2, encodeChange(aChange(), aNearMiss(), ''));
const DRAFT = raw(3, { time: 5, timeEnd: 9, text: 'odd', tags: ['near-miss', 'shift:b'] });
const BROKEN = { time: 5, timeEnd: 9, text: '<!--near-miss {' };

const list = (annotations: readonly unknown[], complete = true) => foldList({ annotations, complete }, new Map());

it('folds records with their changes, and tells drafts apart', () => {
  const { nearMisses, drafts, unreadable } = list([RECORD, CHANGE, DRAFT]);
  expect(nearMisses).toEqual([expect.objectContaining({ id: 'queue-1-abcd', annotationId: 1, status: 'discussed' })]);
  expect(drafts).toEqual([expect.objectContaining({ annotationId: 3, text: 'odd', tags: ['near-miss', 'shift:b'] })]);
  expect(unreadable).toEqual([]);
});

it('is empty of nothing, and complete as far as was walked', () => {
  expect(list([])).toEqual({ nearMisses: [], drafts: [], unreadable: [], complete: true });
  expect(list([], false)).toEqual({ nearMisses: [], drafts: [], unreadable: [], complete: false });
});

it('tells what carries our tags and cannot be read, and what is no annotation at all', () => {
  const all = [
    raw(4, { ...BROKEN, tags: ['near-miss'] }),
    raw(5, { ...BROKEN, tags: ['near-miss-change', 'nm:x'] }),
    'odd',
  ];
  expect(list(all)).toEqual({
    nearMisses: [],
    drafts: [],
    unreadable: [
      { annotationId: 4, reason: 'Its stored data was cut off.' },
      { annotationId: 5, reason: 'Its stored data was cut off.' },
      { annotationId: 0, reason: 'It is not an annotation.' },
    ],
    complete: true,
  });
});

it('is silent about what is none of ours, and about markers and entries', () => {
  const others = [
    raw(6, { ...BROKEN, tags: ['near-miss-retro'] }),
    raw(7, { ...BROKEN, tags: ['near-miss:x'] }),
    raw(8, { time: 5, timeEnd: 9, text: 'marker', tags: ['near-miss-marker', 'nm:queue-1-abcd'] }),
    raw(9, encodeEntry(anEntry(), aNearMiss(), '')),
  ];
  expect(list(others)).toEqual({ nearMisses: [], drafts: [], unreadable: [], complete: true });
});

it('reads each payload once, however often the list grows', () => {
  const remembered = new Map<unknown, Decoded>();
  foldList({ annotations: [RECORD], complete: false }, remembered);
  expect(remembered).toEqual(new Map([[RECORD, decode(RECORD)]]));
  remembered.set(RECORD, decode(raw(1, encodeRecord(aRecord({ title: 'Remembered' }), ORGANIZATION, ''))));
  const { nearMisses } = foldList({ annotations: [RECORD, CHANGE], complete: true }, remembered);
  expect(nearMisses).toMatchObject([{ title: 'Remembered', status: 'discussed' }]);
  expect(remembered.get(CHANGE)).toEqual(decode(CHANGE));
});
