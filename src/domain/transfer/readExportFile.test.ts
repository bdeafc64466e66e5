import { aRecord } from '../../testing/builders/builders';
import { readExportFile } from './readExportFile';

const payload = { what: 'record', ...aRecord() };
const record = {
  payload,
  login: 'anna',
  created: 7,
  sealed: true,
  place: { kind: 'organization' },
  time: 3,
  timeEnd: 4,
};
const CHANGE = { what: 'change', version: 1, id: 'c', nearMiss: payload.id, set: { title: 'x' } };
const fileOf = (nearMiss: unknown) => ({ format: 'near-miss-export', version: 1, nearMisses: [nearMiss] });

function readOne(nearMiss: unknown) {
  const read = readExportFile(fileOf(nearMiss));
  return read.ok ? read.file.nearMisses[0] : undefined;
}

it('reads a record as if Grafana had sent it', () => {
  expect(readOne({ id: payload.id, record })).toMatchObject({
    id: payload.id,
    record: {
      ok: true,
      item: {
        record: aRecord(),
        annotation: {
          id: 1,
          login: 'anna',
          created: 7,
          updated: 7,
          time: 3,
          timeEnd: 4,
          dashboardUid: '',
          tags: ['near-miss', `nm:${payload.id}`],
        },
      },
    },
    changes: [],
    entries: [],
  });
});

it.each([
  ['of a journal', { place: { kind: 'journal', dashboardUid: 'j' } }, { dashboardUid: 'j' }],
  ['of a place that there is not', { place: { kind: 'drawer', dashboardUid: 'j' } }, { dashboardUid: '' }],
  ['of no place', { place: undefined }, { dashboardUid: '' }],
  ['that was changed outside', { sealed: false }, { created: 7, updated: 8 }],
  ['of which Grafana did not say whether it was changed', { sealed: null }, { created: 7, updated: null }],
  ['of which nobody knows when it was made', { created: 'once' }, { created: 0, updated: null }],
  ['of which nobody knows when it was made, only that it was changed', { created: '7', sealed: false }, { updated: 1 }],
])('reads one %s', (_what, over, annotation) => {
  expect(readOne({ id: payload.id, record: { ...record, ...over } })).toMatchObject({
    record: { item: { annotation } },
  });
});

it.each([
  ['is no object', 7, 'It has no readable payload.'],
  ['has a list for its payload', { ...record, payload: [] }, 'It has no readable payload.'],
  ['has no time', { ...record, time: 0 }, 'It has no time.'],
  ['has a text for its time', { ...record, time: '3' }, 'It has no time.'],
  ['is a change', { ...record, payload: CHANGE }, 'Its payload is not a record.'],
  ['is of an unknown sort', { ...record, payload: { what: 'song' } }, 'Its stored data is of an unknown sort.'],
])('refuses a record that %s, and goes by the id beside it', (_what, wrong, detail) => {
  expect(readOne({ id: 'beside-it', record: wrong })?.record).toMatchObject({ ok: false, detail });
  expect(readOne({ id: 'beside-it', record: 7 })).toMatchObject({ id: 'beside-it', record: { id: 'beside-it' } });
  expect(readOne({ id: 'a b', record: 7 })).toMatchObject({ id: '', record: { id: '' } });
});

it('reads changes by the id of their near miss, also a single one that stands in no list', () => {
  const read = readOne({
    id: payload.id,
    record,
    changes: { payload: CHANGE, login: 'ben' },
    entries: [{ payload: 1 }],
  });
  expect(read?.changes).toMatchObject([
    {
      ok: true,
      item: {
        change: { id: 'c' },
        annotation: { id: 2, login: 'ben', tags: ['near-miss-change', `nm:${payload.id}`] },
      },
    },
  ]);
  expect(read?.entries).toMatchObject([{ ok: false, id: '' }]);
});

it.each([
  ['nothing', null],
  ['a list', []],
  ['another format', { format: 'dashboard', nearMisses: [] }],
  ['no near misses', { format: 'near-miss-export', version: 1 }],
])('knows that %s is no export', (_what, file) => {
  expect(readExportFile(file)).toEqual({ ok: false, problem: 'not-an-export', detail: '' });
});

it('says what is wrong with the JSON', () => {
  expect(readExportFile('{"a":')).toMatchObject({
    ok: false,
    problem: 'not-json',
    detail: expect.stringMatching(/JSON/),
  });
  expect(readExportFile(undefined)).toMatchObject({ ok: false, problem: 'not-json' });
});

it('takes what it says of itself only if that can be', () => {
  const about = { exportedAt: 'once', from: { grafana: 5 } };
  expect(readExportFile({ ...fileOf(7), ...about })).toMatchObject({ ok: true, file: { exportedAt: 0, grafana: '' } });
  expect(readExportFile({ ...fileOf(7), version: '2' })).toMatchObject({ ok: true });
});

it('takes a byte order mark away before the file alone, never out of what was typed', () => {
  const typed = { ...record, payload: { ...payload, title: 'a\ufeffb' } };
  const read = readExportFile(JSON.stringify(fileOf({ id: payload.id, record: typed })));
  expect(read).toMatchObject({ file: { nearMisses: [{ record: { item: { record: { title: 'a\ufeffb' } } } }] } });
});

it('says of nothing at all what it says of an empty file', () => {
  expect(readExportFile(undefined)).toEqual(readExportFile(''));
});
