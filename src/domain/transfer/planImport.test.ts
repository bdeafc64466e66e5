import { aChange, anAnnotation, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { decode } from '../codec/decode';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { encodeImported } from './copy';
import { encodeRecord } from '../codec/encodeRecord';
import { exportFile, type ExportFile } from './exportFile';
import { byNearMiss } from '../fold/byNearMiss';
import type { Annotation } from '../codec/annotation';
import { fold } from '../fold/fold';
import type { Place } from '../record/place';
import type { NearMissRecord } from '../record/record';
import { MOST_COPY_BYTES, textBytes } from '../codec/payload';
import { planImport } from './planImport';
import { readExportFile } from './readExportFile';
import type { GatheredNearMisses } from '../fold/storedPart';

const FROM = { grafana: 'https://grafana.example.org/', organization: 1 };

function gathered(record: NearMissRecord = aRecord()): GatheredNearMisses {
  const nearMiss = aNearMiss(record);
  const annotations = [
    encodeRecord(record, { kind: 'organization' }, ''),
    encodeChange(aChange({ nearMiss: record.id }), nearMiss, ''),
    encodeEntry(anEntry({ nearMiss: record.id }), nearMiss, ''),
  ];
  return byNearMiss(
    annotations.map(({ tags, ...rest }, index) => decode({ ...anAnnotation({ id: index + 1, tags }), ...rest }))
  );
}

const aFile = (record?: NearMissRecord): ExportFile => exportFile(gathered(record).whole, FROM, 1);
const NOTHING = byNearMiss([]);
const link = (id: string) => `https://grafana.example.org/a/app/nm/${id}`;

const byItself = ({ whole, ...rest }: GatheredNearMisses, over: Partial<Annotation> = {}): GatheredNearMisses => ({
  ...rest,
  whole: whole.map((one) => {
    const record = { ...one.record, annotation: { ...one.record.annotation, ...over } };
    return { ...one, record, changes: [], entries: [], nearMiss: fold([record], [])[0] ?? one.nearMiss };
  }),
});

/** Ids that are given out one after the other. */
function planned(file: unknown, here = NOTHING, place: Place | null = null) {
  let given = 0;
  const read = readExportFile(file);
  if (!read.ok) {
    throw new Error(read.problem);
  }
  const plan = planImport(read.file, here, { link, place, newId: () => `new-${++given}` });
  return { ...plan, items: plan.nearMisses.flatMap(({ items }) => items) };
}

/** The file with its first near miss altered. */
function altered(alter: (nearMiss: ReturnType<typeof parts>) => unknown): unknown {
  const file = aFile();
  return { ...file, nearMisses: [alter(parts(file))] };
}

function parts({ nearMisses }: ExportFile) {
  const [first] = nearMisses;
  const [change] = first?.changes ?? [];
  const [entry] = first?.entries ?? [];
  if (!first || !change || !entry) {
    throw new Error('the file has all three');
  }
  return { ...first, change, entry };
}

const reasons = (items: ReturnType<typeof planned>['items']) =>
  items.map(({ what, verdict, reason }) => `${what} ${reason ?? verdict}`);

describe('the dry run of an import', () => {
  it('finds everything new where there is nothing', () => {
    const { items, counts, nearMisses } = planned(aFile());
    expect(reasons(items)).toEqual(['record new', 'change new', 'entry new']);
    expect(counts).toEqual({ nearMisses: { new: 1, same: 0, refused: 0 }, additions: { new: 2, same: 0, refused: 0 } });
    expect(nearMisses[0]).toMatchObject({ title: 'Orders piled up behind one consumer', isHere: false });
  });

  it('finds everything the same where it came from', () => {
    const { items, nearMisses } = planned(aFile(), gathered());
    expect(reasons(items)).toEqual(['record same', 'change same', 'entry same']);
    expect(nearMisses[0]?.parts).toEqual([]);
  });

  it('finds what is missing beside a record that is here', () => {
    const { items, nearMisses } = planned(aFile(), byItself(gathered()));
    expect(reasons(items)).toEqual(['record same', 'change new', 'entry new']);
    expect(nearMisses[0]?.isHere).toBe(true);
  });

  it('puts what is missing beside its record, at the times of that', () => {
    const plan = (dashboardUid: string) =>
      planned(aFile(), byItself(gathered(), { dashboardUid, time: 7, timeEnd: 8 })).nearMisses[0];
    expect(plan('j')?.nearMiss).toMatchObject({ place: { kind: 'journal', dashboardUid: 'j' }, time: 7, timeEnd: 8 });
    expect(plan('')?.nearMiss).toMatchObject({ place: { kind: 'organization' }, time: 7, timeEnd: 8 });
    expect(plan('')?.parts.map(({ what }) => what)).toEqual(['change', 'entry']);
    expect(planned(aFile()).nearMisses[0]).toMatchObject({ nearMiss: { status: 'discussed' }, parts: { length: 3 } });
  });

  it('knows a copy by its content, whoever wrote it', () => {
    const copied = aRecord({ writtenBy: { login: 'anna', at: 5 } });
    expect(reasons(planned(aFile(copied), gathered()).items)[0]).toBe('record same');
  });

  it('takes a new id for a record whose own stands for another content, and notes the old one', () => {
    const { items, nearMisses } = planned(aFile(aRecord({ title: 'Quite another' })), gathered());
    expect(reasons(items)).toEqual(['record new', 'change new', 'entry new']);
    expect(items.map(({ under }) => under)).toEqual(['new-1', '', '']);
    expect(nearMisses[0]).toMatchObject({
      id: 'queue-1-abcd',
      nearMiss: { id: 'new-1', title: 'Quite another' },
      parts: [
        { record: { id: 'new-1', formerId: 'queue-1-abcd' } },
        { change: { id: 'change-1-abc', nearMiss: 'new-1' } },
        { entry: { id: 'entry-1-abcd', nearMiss: 'new-1' } },
      ],
      isHere: false,
    });
  });

  it('takes a new id where the same words stand under the login of somebody else', () => {
    const squatted = byItself(gathered(), { login: 'mallory' });
    expect(planned(aFile(), squatted).items[0]).toMatchObject({ verdict: 'new', under: 'new-1' });
    expect(planned(aFile(), byItself(gathered(), { login: '' })).items[0]).toMatchObject({
      verdict: 'same',
      under: '',
    });
  });

  it('refuses what comes a second time', () => {
    const { nearMisses, ...file } = aFile();
    const { items } = planned({ ...file, nearMisses: [...nearMisses, ...nearMisses] });
    expect(reasons(items.slice(3))).toEqual(['record twice-in-file', 'change without-record', 'entry without-record']);
  });

  it('refuses what a newer version wrote', () => {
    const { items } = planned(aFile(aRecord({ version: 2 })));
    expect(reasons(items)[0]).toBe('record newer-version');
  });

  it('refuses a change or entry of another near miss', () => {
    const file = altered(({ change, entry, ...rest }) => ({
      ...rest,
      changes: [{ ...change, payload: { ...change.payload, nearMiss: 'somebody-else' } }],
      entries: [{ ...entry, payload: { ...entry.payload, nearMiss: 'somebody-else' } }],
    }));
    expect(reasons(planned(file).items)).toEqual(['record new', 'change of-another', 'entry of-another']);
  });

  it('refuses what no annotation can hold', () => {
    const file = altered(({ entry, ...rest }) => ({
      ...rest,
      entries: [{ ...entry, payload: { ...entry.payload, text: 'word '.repeat(12_000) } }],
    }));
    expect(reasons(planned(file).items)).toContain('entry too-large');
    const near = altered(({ entry, ...rest }) => ({
      ...rest,
      entries: [{ ...entry, payload: { ...entry.payload, text: 'word '.repeat(11_800) } }],
    }));
    expect(reasons(planned(near).items)).toContain('entry new');
  });

  it('says what cannot be read and imports the rest', () => {
    const file = altered(({ change, ...rest }) => ({
      ...rest,
      changes: [{ ...change, payload: { what: 'change' } }, { payload: rest.record.payload }, 7],
    }));
    const { items } = planned(file);
    expect(items.filter(({ verdict }) => verdict === 'refused').map(({ detail }) => detail)).toEqual([
      'Its stored data lacks id, near miss or fields.',
      'Its payload is not a change.',
      'It has no readable payload.',
    ]);
    expect(reasons(items)).toContain('entry new');
    expect(reasons(items).filter((reason) => reason === 'change unreadable')).toHaveLength(3);
  });

  it('says nothing of a near miss whose record it cannot read, and refuses what belongs to it', () => {
    const file = altered(({ record, ...rest }) => ({ ...rest, record: { ...record, payload: {} } }));
    const { nearMisses, items } = planned(file);
    expect(nearMisses[0]).toMatchObject({ id: 'queue-1-abcd', title: '', nearMiss: null, parts: [], isHere: false });
    expect(reasons(items)).toEqual(['record unreadable', 'change without-record', 'entry without-record']);
    expect(items.map(({ detail }) => detail)).toEqual(['Its stored data is of an unknown sort.', '', '']);
  });

  it('refuses a record without its time, which Grafana would take as now', () => {
    const file = altered(({ record, ...rest }) => ({ ...rest, record: { ...record, time: undefined } }));
    expect(planned(file).items[0]).toMatchObject({ verdict: 'refused', detail: 'It has no time.' });
  });

  it('refuses nesting that no stored thing has', () => {
    const file = altered(({ record, ...rest }) => ({
      ...rest,
      record: { ...record, payload: { ...record.payload, deep: 0 } },
    }));
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(planned(JSON.stringify(file).replace('"deep":0', `"deep":${deep}`)).items[0]).toMatchObject({
      verdict: 'refused',
      detail: 'It has no readable payload.',
    });
  });
});

describe('an export file', () => {
  it('may begin with a byte order mark, as editors on Windows write it', () => {
    expect(readExportFile(`\ufeff${JSON.stringify(aFile())}`)).toMatchObject({ ok: true });
  });

  it('of a newer format is not read at all', () => {
    expect(readExportFile({ ...aFile(), version: 2 })).toEqual({ ok: false, problem: 'newer-format', detail: '2' });
  });

  it('is known by its format, not by its name', () => {
    expect(readExportFile('{"dashboard":{}}')).toMatchObject({ ok: false, problem: 'not-an-export' });
    expect(readExportFile('')).toMatchObject({ ok: false, problem: 'not-json' });
  });

  it('says when and where it was made, if it does', () => {
    const { format, version, nearMisses } = aFile();
    const bare = { format, version, nearMisses };
    expect(readExportFile(aFile())).toMatchObject({ file: { exportedAt: 1, grafana: FROM.grafana } });
    expect(readExportFile(bare)).toMatchObject({ ok: true, file: { exportedAt: 0, grafana: '' } });
  });
});

describe('each item of the dry run', () => {
  const reasonsIn = ({ items }: ReturnType<typeof planned>) => items.map(({ reason }) => reason);

  it('has no reason unless it is refused', () => {
    expect(reasonsIn(planned(aFile()))).toEqual([null, null, null]);
    expect(reasonsIn(planned(aFile(), gathered()))).toEqual([null, null, null]);
    expect(reasonsIn(planned(aFile(aRecord({ version: 2 }))))).toEqual([
      'newer-version',
      'without-record',
      'without-record',
    ]);
  });

  it('is too large when the copy, which also names who wrote it first, has a single byte too many', () => {
    const saying = (letters: number) =>
      planned(
        altered(({ entry, ...rest }) => ({
          ...rest,
          entries: [{ ...entry, payload: { ...entry.payload, text: 'x'.repeat(letters) } }],
        }))
      );
    const [one] = saying(1_000).nearMisses;
    const entry = one?.parts.find(({ what }) => what === 'entry');
    const copied = one?.nearMiss && entry ? textBytes(encodeImported(entry, one.nearMiss, link(one.id)).text) : NaN;
    const most = 1_000 + MOST_COPY_BYTES - copied;
    expect(reasons(saying(most).items)).toEqual(['record new', 'change new', 'entry new']);
    expect(reasons(saying(most + 1).items)).toEqual(['record new', 'change new', 'entry too-large']);
  });
});
