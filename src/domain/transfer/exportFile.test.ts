import { QUESTIONS } from '../record/questions';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { someFields, someRecord, typedText } from '../../testing/builders/arbitraries';
import {
  aChange,
  anAnnotation,
  anEntry,
  aNearMiss,
  aNearMissWithoutGraph,
  aRecord,
} from '../../testing/builders/builders';
import { decode } from '../codec/decode';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { encodeImported } from './copy';
import { encodeRecord } from '../codec/encodeRecord';
import { exportFile } from './exportFile';
import { byNearMiss } from '../fold/byNearMiss';
import { plainSpeech } from '../story/plainSpeech';
import { readExportFile, type ReadNearMiss } from './readExportFile';
import { nearMissesMarkdown } from '../story/markdown';
import { filterForExport } from './exportText';

const schema: object = JSON.parse(readFileSync('docs/near-miss-export.schema.json', 'utf8'));
const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  strictTypes: false,
}).compile(schema);
const FROM = { grafana: 'https://grafana.example.org/', organization: 1 };

type Encoded = ReturnType<typeof encodeRecord>;

function gather(encoded: readonly Encoded[]) {
  return byNearMiss(
    encoded.map(({ dashboardUid, tags, ...rest }, index) =>
      decode({ ...anAnnotation({ id: index + 1, tags }), ...rest, dashboardUID: dashboardUid })
    )
  );
}

const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const errorsIn = (file: unknown) => (validate(parsed(file)) ? [] : validate.errors);

const JOURNAL = { kind: 'journal', dashboardUid: 'journal' } as const;
const aFile = () =>
  exportFile(
    gather([
      encodeRecord(aRecord(), JOURNAL, ''),
      encodeChange(
        aChange({ set: { status: 'closed', outcome: 'x', limit: null } }),
        aNearMiss({ place: JOURNAL }),
        ''
      ),
      encodeEntry(anEntry(), aNearMiss({ place: JOURNAL }), ''),
    ]).whole,
    FROM,
    1
  );

describe('the schema of the export', () => {
  it('fits a record with its change and entry', () => {
    expect(aFile().nearMisses[0]).toMatchObject({ changes: [expect.anything()], entries: [expect.anything()] });
    expect(errorsIn(aFile())).toEqual([]);
  });

  it('fits copies, also of words that were changed outside', () => {
    const { whole } = gather([encodeRecord(aRecord(), JOURNAL, '')]);
    const copies = whole.map(({ record, nearMiss }) =>
      encodeImported({ ...record, annotation: { ...record.annotation, updated: 1 } }, nearMiss, '')
    );
    const file = exportFile(gather(copies).whole, FROM, 1);
    expect(file.nearMisses[0]?.record.payload).toMatchObject({ writtenBy: { login: 'anna', sealed: false } });
    expect(errorsIn(file)).toEqual([]);
  });

  it('fits what Grafana does not say of, whether it was changed', () => {
    const { whole } = gather([encodeRecord(aRecord(), JOURNAL, '')]);
    const untold = whole.map((one) => ({
      ...one,
      record: { ...one.record, annotation: { ...one.record.annotation, updated: null } },
    }));
    const file = exportFile(untold, FROM, 1);
    expect(file.nearMisses[0]?.record.sealed).toBeNull();
    expect(errorsIn(file)).toEqual([]);
  });

  it('fits any record', () => {
    fc.assert(
      fc.property(someRecord, (record) => {
        const { whole } = gather([encodeRecord(record, { kind: 'organization' }, '')]);
        expect(errorsIn(exportFile(whole, FROM, 1))).toEqual([]);
      })
    );
  });

  it.each([
    ['another format', { ...aFile(), format: 'x' }],
    ['a newer version', { ...aFile(), version: 2 }],
    ['no place of origin', { ...aFile(), from: undefined }],
    ['a near miss without its changes', { ...aFile(), nearMisses: [{ ...aFile().nearMisses[0], changes: undefined }] }],
    ['a kind that there is not', withPayload({ kind: 'incident' })],
    ['a time as text', withPayload({ actedAt: '2026-11-03' })],
  ])('does not fit %s', (_what, file) => {
    expect(errorsIn(file)).not.toEqual([]);
  });
});

function withPayload(part: object) {
  const [first] = aFile().nearMisses;
  const record = { ...first?.record, payload: { ...first?.record.payload, ...part } };
  return { ...aFile(), nearMisses: [{ ...first, record }] };
}

it('gives back from its file just what it holds, whoever wrote and changed it', () => {
  const by = fc.record({ login: typedText, created: fc.integer({ min: 1 }), patched: fc.boolean() });
  fc.assert(
    fc.property(
      someRecord,
      someFields,
      typedText,
      fc.boolean(),
      fc.array(by, { minLength: 3 }),
      (record, set, text, inJournal, writers) => {
        const place = inJournal ? JOURNAL : ({ kind: 'organization' } as const);
        const [nearMiss = aNearMiss()] = gather([encodeRecord(record, place, '')]).whole.map((one) => one.nearMiss);
        const encoded = [
          encodeRecord(record, place, ''),
          encodeChange(aChange({ nearMiss: record.id, set }), nearMiss, ''),
          encodeEntry(anEntry({ nearMiss: record.id, text }), nearMiss, ''),
        ];
        const stored = encoded.map(({ dashboardUid, ...rest }, index) => {
          const { login = '', created = 1, patched = false } = writers[index] ?? {};
          // Grafana takes 0 as now.
          const [time, timeEnd] = [rest.time || created, rest.timeEnd || created];
          return {
            id: index + 1,
            login,
            created,
            updated: created + Number(patched),
            dashboardUID: dashboardUid,
            ...rest,
            time,
            timeEnd,
          };
        });
        const file = exportFile(byNearMiss(stored.map(decode)).whole, FROM, 1);
        const read = readExportFile(JSON.stringify(file));
        const again = byNearMiss(read.ok ? read.file.nearMisses.flatMap(itemsOf) : []);
        expect(exportFile(again.whole, FROM, 1)).toEqual(file);
        expect(read).toMatchObject({ file: { exportedAt: 1, grafana: FROM.grafana } });
      }
    )
  );
});

const itemsOf = ({ record, changes, entries }: ReadNearMiss) =>
  [record, ...changes, ...entries].flatMap((read) => (read.ok ? [read.item] : []));

describe('what is exported', () => {
  it('says where each was kept, by whom and whether it is sealed', () => {
    expect(aFile().nearMisses[0]?.record).toMatchObject({ place: JOURNAL, login: 'anna', sealed: true });
  });

  it('leaves out and names what cannot be read or has lost its record', () => {
    const decoded = [
      decode(anAnnotation({ id: 1, tags: ['near-miss'], text: '<!--near-miss {"what":' })),
      decode({ ...anAnnotation({ id: 2 }), ...encodeEntry(anEntry(), aNearMiss(), '') }),
      decode(anAnnotation({ id: 3, tags: ['near-miss'], text: 'a draft' })),
      decode(anAnnotation({ id: 4, tags: ['deployment'], text: 'once tagged near-miss' })),
    ];
    expect(byNearMiss(decoded).leftOut).toEqual([
      { annotationId: 1, why: 'unreadable', detail: 'Its stored data was cut off.' },
      { annotationId: 2, why: 'without-record', detail: '' },
    ]);
  });

  it('has all changes and entries of each near miss, and names changes that lost their record', () => {
    const of = aNearMiss({ place: JOURNAL });
    const { whole, leftOut } = gather([
      encodeRecord(aRecord(), JOURNAL, ''),
      ...['c1', 'c2', 'c3'].map((id) => encodeChange(aChange({ id }), of, '')),
      ...['e1', 'e2'].map((id) => encodeEntry(anEntry({ id }), of, '')),
      encodeChange(aChange({ id: 'lost', nearMiss: 'gone-0000000' }), of, ''),
    ]);
    expect(whole.map(({ changes, entries }) => [changes.length, entries.length])).toEqual([[3, 2]]);
    expect(leftOut).toEqual([{ annotationId: 7, why: 'without-record', detail: '' }]);
    expect(byNearMiss([decode('x')]).leftOut).toEqual([
      { annotationId: 0, why: 'unreadable', detail: 'It is not an annotation.' },
    ]);
  });

  it('can be narrowed by kind, team and time, whatever the status', () => {
    const { whole } = gather([
      encodeRecord(aRecord({ status: 'withdrawn' }), { kind: 'organization' }, ''),
      encodeRecord(aNearMissWithoutGraph({ team: 'search', actedAt: 5000 }), { kind: 'organization' }, ''),
    ]);
    const all = { kinds: [], teams: [], from: null, to: null };
    const ids = (filter: object) => filterForExport(whole, { ...all, ...filter }).map(({ nearMiss }) => nearMiss.id);
    expect(ids({})).toEqual(['queue-1-abcd', 'review-1-abc']);
    expect(ids({ kinds: ['trend'] })).toEqual(['queue-1-abcd']);
    expect(ids({ teams: ['search'] })).toEqual(['review-1-abc']);
    expect(ids({ from: 5001 })).toEqual(['queue-1-abcd']);
    expect(ids({ from: 5000, to: 5000 })).toEqual(['review-1-abc']);
  });

  it('reads as one Markdown document with a rule between near misses', () => {
    const both = [aNearMiss(), aNearMissWithoutGraph()].map((nearMiss) => ({ nearMiss, entries: [] }));
    const text = nearMissesMarkdown(both, (id) => `https://grafana.example.org/nm/${id}`, plainSpeech, QUESTIONS);
    expect(text.match(/^# .*$/gm)).toEqual([
      '# Orders piled up behind one consumer',
      '# A time-out in seconds where the code reads ms',
    ]);
    expect(text.match(/^---$/gm)).toHaveLength(1);
    expect(text).toContain('https://grafana.example.org/nm/review-1-abc');
  });
});
