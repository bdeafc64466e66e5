import fc from 'fast-check';
import type { NearMissFields, NearMissRecord, Source } from '../../domain/record/record';
import { ENTRY_TYPES, KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';
import { variableOf } from '../../domain/record/variables';
import { DROPPED_REASONS, type Dropped } from '../../domain/series/evidence';
import { packEvidence } from '../../domain/series/packEvidence';
import { aChange, anAnnotation, anEntry, aRecord } from './builders';
import type { DecodedChange, DecodedEntry, DecodedRecord } from '../../domain/codec/decoded';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import type { Stretch } from '../../domain/series/stretch';

const NASTY = [
  '--',
  '-->',
  '--!>',
  '<!--',
  '<script>alert(1)</script>',
  '<!--near-miss {"what":"record"}-->',
  '🧯👩‍🚒',
  'مرحبا ‮abc',
  '\u0000\u2028',
  '\ud83d',
  '":\\',
];

/** Any code points, half characters among them. Not `unit: 'binary'`, which takes a second to list them all in each test file. */
export const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points));

/** What people (and attackers) type: any characters, joined with what breaks comments, HTML and JSON. */
export const typedText = fc.oneof(
  anyCharacters,
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 6 })
    .map((parts) => parts.join(' '))
);

/** What every object has by name is no unit (`readUnit`). */
const someUnit = typedText.filter((text) => !(text in Object.prototype));

const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const stretch: fc.Arbitrary<Stretch> = fc
  .tuple(moment, fc.integer({ min: 1, max: 1e9 }))
  .map(([from, length]) => ({ from, to: from + length }));

const limit: fc.Arbitrary<Limit> = fc.record({
  value: number,
  direction: fc.constantFrom('rising' as const, 'falling' as const),
  unit: someUnit,
  text: typedText,
  origin: fc.constantFrom(...(['line', 'threshold', 'max', 'min', 'percent', 'soft', 'typed'] as const)),
});

const basis = { window: stretch, horizon: fc.integer({ min: 1, max: 1e9 }), points: fc.nat() };
const projection: fc.Arbitrary<Projection> = fc.oneof(
  fc.record({
    ...basis,
    ok: fc.constant(true as const),
    crossing: fc.option(moment),
    lo: fc.option(moment),
    hi: fc.option(moment),
    p: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    method: typedText,
  }),
  fc.record({
    ...basis,
    ok: fc.constant(false as const),
    reason: fc.constantFrom('no-trend' as const, 'constant' as const),
  })
);

const source: fc.Arbitrary<Source> = fc.record({
  dashboardUid: typedText,
  dashboardTitle: typedText,
  panelId: fc.nat(),
  panelTitle: typedText,
  series: typedText,
  queries: fc.constant([]),
  variables: fc.dictionary(
    fc.string({ maxLength: 8 }),
    fc.oneof(typedText, fc.array(typedText, { minLength: 2, maxLength: 3 })),
    { maxKeys: 3, noNullPrototype: true }
  ),
  variableTexts: fc.option(
    fc.dictionary(fc.string({ maxLength: 8 }), typedText, { maxKeys: 2, noNullPrototype: true }),
    { nil: undefined }
  ),
  refId: fc.option(typedText, { nil: undefined }),
  dataSource: typedText,
  range: stretch,
  dashboardRange: fc.option(stretch, { nil: undefined }),
});

/** Values of variables as addresses can hold them: any text, several of one name, half characters aside. */
export const someVariables: fc.Arbitrary<Source['variables']> = fc.dictionary(
  fc.stringMatching(/^\w{1,8}$/),
  fc
    .array(
      typedText.map((text) => text.replace(/\p{Cs}/gu, '')),
      { minLength: 1, maxLength: 4 }
    )
    .map(variableOf),
  { maxKeys: 4, noNullPrototype: true }
);

/** Every field that people may edit. */
export const someFields: fc.Arbitrary<NearMissFields> = fc.record({
  kind: fc.constantFrom(...KINDS),
  title: typedText,
  almost: typedText,
  savedBy: fc.subarray([...SAVED_BY]),
  savedHow: typedText,
  cue: typedText,
  noticedAt: fc.option(moment),
  action: typedText,
  actedAt: moment,
  series: typedText,
  stretch: fc.option(stretch),
  limit: fc.option(limit),
  projection: fc.option(projection),
  team: typedText,
  services: fc.array(typedText, { maxLength: 12 }),
  links: fc.array(typedText, { maxLength: 3 }),
  recordedFor: typedText,
  status: fc.constantFrom(...STATUSES),
  outcome: typedText,
  sameAs: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w-]{1,64}$/)),
});

/** Codes, and sentences as the first versions stored them. */
const dropped: fc.Arbitrary<Dropped> = fc.oneof(
  typedText,
  fc.record(
    { why: fc.constantFrom(...DROPPED_REASONS), series: typedText, count: fc.nat(), detail: typedText },
    { requiredKeys: ['why'], noNullPrototype: true }
  )
);

const evidence = fc
  .record({
    name: typedText,
    unit: someUnit,
    points: fc.array(fc.tuple(moment, fc.option(number, { nil: NaN })), { minLength: 1, maxLength: 20 }),
    before: fc.array(dropped, { maxLength: 3 }),
  })
  .map(({ name, unit, points, before }) => {
    const times = points.map(([at]) => at);
    const values = points.map(([, value]) => value);
    const packed = packEvidence([{ name, unit, times, values }], { from: Math.min(...times), to: Math.max(...times) });
    return { ...packed, dropped: [...before, ...packed.dropped] };
  });

export const someRecord: fc.Arbitrary<NearMissRecord> = fc
  .record({
    fields: someFields,
    id: fc.stringMatching(/^[\w-]{12}$/),
    evidence: fc.option(evidence),
    source: fc.option(source),
    example: fc.boolean(),
    writtenBy: fc.option(fc.record({ login: typedText, at: moment })),
  })
  .map(({ fields, ...rest }) => ({ version: 1, ...fields, ...rest }));

/** Few ids, logins and times, so that twins, ties, circles and conflicts are common. */
const shortTime = fc.integer({ min: 1, max: 4 });
const fewIds = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const someAnnotation = fc
  .record({ created: shortTime, later: fc.boolean(), login: fc.constantFrom('anna', 'ben', ''), timeEnd: shortTime })
  .map(({ created, later, login, timeEnd }) =>
    anAnnotation({ created, updated: created + (later ? 1 : 0), login, timeEnd })
  );

const numbered = <T extends { annotation: { id: number } }>(items: T[]): T[] =>
  items.map((item, index) => ({ ...item, annotation: { ...item.annotation, id: index + 1 } }));

export const someDecodedRecords: fc.Arbitrary<DecodedRecord[]> = fc
  .array(
    fc
      .record({ id: fc.constantFrom('r1', 'r2'), annotation: someAnnotation })
      .map(({ id, annotation }): DecodedRecord => ({
        what: 'record',
        record: aRecord({ id }),
        annotation,
        unreadParts: [],
      })),
    { maxLength: 4 }
  )
  .map(numbered);

export const someDecodedChanges: fc.Arbitrary<DecodedChange[]> = fc
  .array(
    fc
      .record({
        id: fewIds,
        nearMiss: fc.constantFrom('r1', 'r2', 'r3'),
        set: fc.record(
          { title: fc.constantFrom('x', 'y'), status: fc.constantFrom(...STATUSES) },
          { requiredKeys: [] }
        ),
        title: fc.array(fewIds, { maxLength: 2 }),
        status: fc.array(fewIds, { maxLength: 2 }),
        annotation: someAnnotation,
      })
      .map(({ id, nearMiss, set, title, status, annotation }): DecodedChange => ({
        what: 'change',
        change: aChange({ id, nearMiss, set, base: { title, status } }),
        annotation,
        unreadParts: [],
      })),
    { maxLength: 8 }
  )
  .map(numbered);

export const someDecodedEntries: fc.Arbitrary<DecodedEntry[]> = fc
  .array(
    fc
      .record({
        id: fewIds,
        replaces: fc.oneof(fc.constant(''), fewIds),
        type: fc.constantFrom(...ENTRY_TYPES),
        annotation: someAnnotation,
      })
      .map(({ id, replaces, type, annotation }): DecodedEntry => ({
        what: 'entry',
        entry: anEntry({ id, replaces, type }),
        annotation,
      })),
    { maxLength: 8 }
  )
  .map(numbered);
