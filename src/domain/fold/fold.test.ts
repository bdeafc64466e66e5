import fc from 'fast-check';
import { someDecodedChanges, someDecodedRecords, someFields } from '../../testing/builders/arbitraries';
import { aChange, aNearMiss, anAnnotation, aRecord } from '../../testing/builders/builders';
import { encodeRecord } from '../codec/encodeRecord';
import { changeOf } from './changeOf';
import { fold } from './fold';
import type { Change, NearMissRecord } from '../record/record';
import { sameValue } from '../json/sameValue';
import type { DecodedChange, DecodedRecord } from '../codec/decoded';
import { FIELD_NAMES } from '../record/fields';

function record(id: number, over: Partial<NearMissRecord> = {}, created = id): DecodedRecord {
  return { what: 'record', record: aRecord(over), annotation: anAnnotation({ id, created }), unreadParts: [] };
}

function change(id: number, over: Partial<Change> = {}, created = id): DecodedChange {
  return {
    what: 'change',
    change: aChange({ id: `c${id}`, ...over }),
    annotation: anAnnotation({ id, created, login: `u${id}` }),
    unreadParts: [],
  };
}

it('folds to the same for any order of arrival, also when annotations come twice', () => {
  const shuffled = <T>(all: T[]) => fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 });
  const both = fc.tuple(someDecodedRecords, someDecodedChanges);
  fc.assert(
    fc.property(
      both.chain(([records, changes]) =>
        fc.tuple(fc.constant({ records, changes }), shuffled(records), shuffled(changes))
      ),
      ([given, records, changes]) => {
        expect(fold(records, changes)).toEqual(fold(given.records, given.changes));
      }
    )
  );
});

it('shows a record without changes as it was recorded', () => {
  const [nearMiss] = fold([record(1)], []);
  expect(nearMiss).toMatchObject({ ...aRecord(), heads: {}, conflicts: [], history: [], readOnly: null, twins: [] });
  expect(nearMiss?.author).toEqual({ login: 'anna', at: 1, sealed: true, changedAt: null, writtenBy: null });
});

it('folds by field, each change on top of the one it was based on', () => {
  const first = change(2, { set: { title: 'One', cue: 'A dip' }, base: { title: [], cue: [] } });
  const second = change(3, { set: { title: 'Two' }, base: { title: ['c2'] } });
  const [nearMiss] = fold([record(1)], [second, first]);
  expect(nearMiss).toMatchObject({ title: 'Two', cue: 'A dip', conflicts: [], heads: { title: ['c3'], cue: ['c2'] } });
  expect(nearMiss?.history.map(({ changeId }) => changeId)).toEqual(['c2', 'c3']);
});

it('believes the base more than the clock', () => {
  const first = change(2, { set: { title: 'One' }, base: { title: [] } }, 500);
  const second = change(3, { set: { title: 'Two' }, base: { title: ['c2'] } }, 400);
  expect(fold([record(1)], [first, second])[0]).toMatchObject({ title: 'Two', conflicts: [] });
});

it('shows two changes from the same base as a conflict, until a change based on both settles it', () => {
  const changes = [
    change(2, { set: { title: 'Hers' }, base: { title: [] } }),
    change(3, { set: { title: 'His' }, base: { title: [] } }),
  ];
  const [nearMiss] = fold([record(1)], changes);
  expect(nearMiss?.title).toBe('His');
  expect(nearMiss?.conflicts).toMatchObject([
    {
      field: 'title',
      values: [
        { changeId: 'c2', value: 'Hers', author: { login: 'u2' } },
        { changeId: 'c3', value: 'His' },
      ],
    },
  ]);
  const settling = changeOf(nearMiss ?? aNearMiss(), { title: 'Hers' }, 'c4');
  expect(settling.base).toEqual({ title: ['c2', 'c3'] });
  const [settled] = fold([record(1)], [...changes, change(4, settling)]);
  expect(settled).toMatchObject({ title: 'Hers', conflicts: [], heads: { title: ['c4'] } });
});

/** All but the projection, which holds only together with what it was made for, and the stretch, which ends with the acting. */
const SHOWN_AS_SET = FIELD_NAMES.filter((name) => name !== 'projection' && name !== 'stretch');
const shuffledOf = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length });
const fieldValues = fc.tuple(fc.constantFrom(...SHOWN_AS_SET), fc.array(someFields, { minLength: 2, maxLength: 5 }));

it('shows whatever was written to one field from the same base, until somebody picks, in any order of arrival', () => {
  fc.assert(
    fc.property(
      fieldValues.chain(([field, all]) => {
        const changes = all.map((fields, index) =>
          change(index + 2, { set: { [field]: fields[field] }, base: { [field]: [] } })
        );
        return fc.tuple(fc.constant({ field, changes }), shuffledOf(changes), fc.nat({ max: all.length - 1 }));
      }),
      ([{ field, changes }, arrived, picked]) => {
        const values = changes.map((one) => one.change.set[field]);
        const [open = aNearMiss()] = fold([record(1)], arrived);
        const differ = values.some((value) => !sameValue(value, values[0]));
        expect(open.conflicts.map((one) => one.values.map(({ value }) => value))).toEqual(differ ? [values] : []);
        expect(open[field]).toEqual(values.at(-1));

        const pick = change(9, changeOf(open, { [field]: values[picked] }, 'pick'));
        const [settled] = fold([record(1)], [pick, ...arrived]);
        expect(settled).toMatchObject({ conflicts: [], heads: { [field]: ['pick'] } });
        expect(settled?.[field]).toEqual(values[picked]);
      }
    )
  );
});

it('keeps a conflict open with what came in beside the pick', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 3, maxLength: 3 }), ([one = '', two = '', late = '']) => {
      const seen = [one, two].map((title, index) => change(index + 2, { set: { title }, base: { title: [] } }));
      const pick = change(4, changeOf(fold([record(1)], seen)[0] ?? aNearMiss(), { title: one }, 'pick'));
      const beside = change(5, { set: { title: late }, base: { title: [] } });
      const [nearMiss] = fold([record(1)], [...seen, pick, beside]);
      expect(nearMiss?.conflicts[0]?.values.map(({ value }) => value)).toEqual([one, late]);
    })
  );
});

it('never takes changes of different fields for a conflict, and shows them all', () => {
  fc.assert(
    fc.property(
      fc.tuple(someFields, fc.subarray(SHOWN_AS_SET)).chain(([fields, names]) => {
        const changes = names.map((name, index) =>
          change(index + 2, { set: { [name]: fields[name] }, base: { [name]: [] } })
        );
        return fc.tuple(fc.constant({ fields, names }), shuffledOf(changes));
      }),
      ([{ fields, names }, arrived]) => {
        const [nearMiss] = fold([record(1)], arrived);
        expect(nearMiss?.conflicts).toEqual([]);
        names.forEach((name) => expect(nearMiss?.[name]).toEqual(fields[name]));
      }
    )
  );
});

it('finds no conflict in two changes that say the same', () => {
  const changes = [
    change(2, { set: { savedBy: ['luck', 'alert'] }, base: { savedBy: [] } }),
    change(3, { set: { savedBy: ['alert', 'luck'] }, base: { savedBy: [] } }),
  ];
  expect(fold([record(1)], changes)[0]).toMatchObject({ conflicts: [], heads: { savedBy: ['c2', 'c3'] } });
});

it('takes lists and objects that differ for a conflict', () => {
  const both = (one: Change['set'], other: Change['set'], field: string) =>
    fold(
      [record(1)],
      [change(2, { set: one, base: { [field]: [] } }), change(3, { set: other, base: { [field]: [] } })]
    )[0]?.conflicts.length;
  const { limit } = aRecord();
  expect(both({ savedBy: ['luck'] }, { savedBy: ['alert'] }, 'savedBy')).toBe(1);
  expect(both({ limit }, { limit: limit && { ...limit, value: 1 } }, 'limit')).toBe(1);
  expect(both({ limit }, { limit: null }, 'limit')).toBe(1);
});

it('makes a change of the fields that are set, on top of what each shows', () => {
  const nearMiss = aNearMiss({ heads: { title: ['c1'] } });
  expect(changeOf(nearMiss, { title: 'x', cue: 'y', almost: undefined }, 'c9')).toMatchObject({
    ...{ id: 'c9', nearMiss: nearMiss.id, version: 1, writtenBy: null },
    base: { title: ['c1'], cue: [] },
  });
  expect(Object.keys(changeOf(nearMiss, { almost: undefined }, 'c9').base)).toEqual([]);
});

it('does not vouch for a copy of words that had been changed', () => {
  const copied = (sealed?: false) =>
    fold([record(1, { writtenBy: { login: 'ben', at: 1, ...(sealed === undefined ? {} : { sealed }) } })], [])[0]
      ?.author;
  expect(copied()).toMatchObject({ sealed: true, writtenBy: { login: 'ben' } });
  expect(copied(false)).toMatchObject({ sealed: false });
});

it('says where a near miss is kept', () => {
  expect(fold([record(1)], [])[0]?.place).toEqual({ kind: 'organization' });
});

it('lets a change take a value away', () => {
  expect(fold([record(1)], [change(2, { set: { limit: null }, base: { limit: [] } })])[0]?.limit).toBeNull();
});

it('survives changes that name each other in a circle', () => {
  const changes = [
    change(2, { set: { title: 'One' }, base: { title: ['c3', 'c2'] } }),
    change(3, { set: { title: 'Two' }, base: { title: ['c2'] } }),
  ];
  expect(fold([record(1)], changes)[0]).toMatchObject({ title: 'Two', heads: { title: ['c2', 'c3'] } });
});

it('folds equal ids to the lowest number, whatever the clock said, and names further ones that say the same', () => {
  const stored = encodeRecord(aRecord(), { kind: 'organization' }, '').text;
  const at = (id: number, created: number, text = stored): DecodedRecord => ({
    ...record(id, {}, created),
    annotation: anAnnotation({ id, created, text }),
  });
  const other = encodeRecord(aRecord({ title: 'Other' }), { kind: 'organization' }, '').text;
  const folded = fold([at(9, 5), at(4, 20), at(5, 10), at(6, 1, other)], []);
  expect(folded).toHaveLength(1);
  expect(folded[0]).toMatchObject({ annotationId: 4, twins: [5, 9] });
});

it('counts a change that was posted twice once', () => {
  const twice = [change(2, { id: 'c', set: { title: 'One' } }), change(3, { id: 'c', set: { title: 'One' } })];
  expect(fold([record(1)], twice)[0]?.history).toHaveLength(1);
});

it('counts no change that lies in another place than the record', () => {
  const elsewhere = { ...change(2), annotation: anAnnotation({ id: 2, dashboardUid: 'j' }) };
  expect(fold([record(1)], [elsewhere])[0]).toMatchObject({ status: 'recorded', history: [], readOnly: null });
});

it('leaves out changes of records it was not given', () => {
  expect(fold([record(1)], [change(2, { nearMiss: 'another-one0' })])[0]?.history).toEqual([]);
});

it('is read-only when the record or a change is of a newer version', () => {
  expect(fold([record(1, { version: 2 })], [])[0]?.readOnly).toBe('newer-version');
  expect(fold([record(1)], [change(2, { version: 2 })])[0]?.readOnly).toBe('newer-version');
});

it('says which parts of record or changes could not be read', () => {
  const changes = [{ ...change(2), unreadParts: ['kind'] }];
  expect(fold([{ ...record(1), unreadParts: ['limit'] }], changes)[0]?.unreadParts).toEqual(['limit', 'kind']);
});

it('does not vouch for words that were changed outside Near Miss', () => {
  const patched = { ...record(1), annotation: anAnnotation({ created: 5, updated: 6 }) };
  expect(fold([patched], [])[0]?.author).toMatchObject({ sealed: false, changedAt: 6 });
});

it('puts what was acted on last first, corrections counted, then the larger id', () => {
  const at = (id: number, actedAt: number): DecodedRecord => ({
    ...record(id, { id: `r${id}`, actedAt }),
    annotation: anAnnotation({ id, timeEnd: 99 - id, dashboardUid: id === 2 ? 'j' : '' }),
  });
  const inJournal = change(9, { nearMiss: 'r2', set: { actedAt: 30 } });
  const corrected = { ...inJournal, annotation: { ...inJournal.annotation, dashboardUid: 'j' } };
  const folded = fold([at(1, 10), at(2, 5), at(3, 10)], [corrected]);
  expect(folded.map(({ annotationId }) => annotationId)).toEqual([2, 3, 1]);
  expect(folded[0]?.place).toEqual({ kind: 'journal', dashboardUid: 'j' });
});

it('lets no change that names itself as its own base stand back behind those it was based on', () => {
  const changes = [
    change(2, { set: { title: 'One' }, base: { title: [] } }),
    change(3, { set: { title: 'Two' }, base: { title: ['c2', 'c3'] } }),
  ];
  expect(fold([record(1)], changes)[0]).toMatchObject({ title: 'Two', conflicts: [], heads: { title: ['c3'] } });
});
