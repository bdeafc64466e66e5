import { aRecord, A_SOURCE, AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { readByName, readText } from '../json/reader';
import { decode } from './decode';

const { evidence, limit } = aRecord();
const [series] = evidence?.series ?? [];
const LAST = 8.64e15;

function read(parts: object) {
  const payload = JSON.stringify({ what: 'record', version: 1, id: 'by-hand-0001', ...parts });
  const text = `By hand <!--near-miss ${payload.replaceAll('--', '-\\u002d')}-->`;
  const decoded = decode({ id: 3, time: 10, timeEnd: 20, text, tags: ['near-miss'] });
  if (decoded.what !== 'record') {
    throw new Error(JSON.stringify(decoded));
  }
  return decoded;
}

it('gives a record that says nothing but its id the defaults', () => {
  const { record, unreadParts } = read({});
  expect(unreadParts).toEqual([]);
  expect(record).toEqual({
    ...{ version: 1, id: 'by-hand-0001', kind: 'other', title: '', almost: '', savedBy: [], savedHow: '', cue: '' },
    ...{ noticedAt: null, action: '', actedAt: 20, limit: null, projection: null, team: '', services: [], links: [] },
    ...{
      recordedFor: '',
      status: 'recorded',
      outcome: '',
      sameAs: '',
      series: '',
      stretch: null,
      evidence: null,
      source: null,
    },
    ...{ example: false, writtenBy: null },
  });
});

it.each([
  [
    'a limit',
    { limit: { value: 5, direction: 'falling' } },
    { limit: { value: 5, direction: 'falling', unit: '', text: '5', origin: 'typed' } },
  ],
  [
    'a limit that was drawn as a series',
    { limit: { value: 5, direction: 'rising', unit: '', text: '5', origin: 'line' } },
    { limit: { value: 5, direction: 'rising', unit: '', text: '5', origin: 'line' } },
  ],
  [
    'a source',
    { source: { dashboardUid: 'd' } },
    {
      source: {
        dashboardUid: 'd',
        dashboardTitle: '',
        panelId: 0,
        panelTitle: '',
        series: '',
        queries: [],
        variables: {},
        dataSource: '',
        range: { from: 0, to: 0 },
      },
    },
  ],
  [
    'sentences of what was left out, as the first versions wrote them',
    { evidence: { dropped: ['The queries were left out: too large.', ''] } },
    { evidence: { dropped: ['The queries were left out: too large.', ''] } },
  ],
  [
    'codes of what was left out beside them',
    {
      evidence: { dropped: ['x: left out', { why: 'thinned', series: 'y', count: 300 }, { why: 'queries-too-large' }] },
    },
    {
      evidence: { dropped: ['x: left out', { why: 'thinned', series: 'y', count: 300 }, { why: 'queries-too-large' }] },
    },
  ],
  ['evidence', { evidence: {} }, { evidence: { series: [], dropped: [] } }],
  [
    'a series',
    { evidence: { series: [{ from: 1, to: 2, min: 3, max: 4, times: 'AA', values: 'AA' }] } },
    {
      evidence: {
        series: [{ name: '', unit: '', from: 1, to: 2, min: 3, max: 4, times: 'AA', values: 'AA' }],
        dropped: [],
      },
    },
  ],
  [
    'gaps of a series',
    { evidence: { series: [{ from: 1, to: 2, min: 3, max: 4, times: 'AA__', values: 'AA__', gaps: [0] }] } },
    {
      evidence: {
        series: [{ name: '', unit: '', from: 1, to: 2, min: 3, max: 4, times: 'AA__', values: 'AA__', gaps: [0] }],
        dropped: [],
      },
    },
  ],
  [
    'a projection',
    { projection: { ok: true, window: { from: 1, to: 4 }, p: 0.5 } },
    {
      projection: {
        ok: true,
        window: { from: 1, to: 4 },
        horizon: 6,
        points: 0,
        crossing: null,
        lo: null,
        hi: null,
        p: 0.5,
        method: '',
      },
    },
  ],
  ['a chance above one', { projection: { ok: true, window: { from: 1, to: 4 }, p: 7 } }, { projection: { p: 1 } }],
  [
    'a refused projection',
    { projection: { ok: false, window: { from: 1, to: 4 }, reason: 'constant' } },
    { projection: { ok: false, window: { from: 1, to: 4 }, horizon: 6, points: 0, reason: 'constant' } },
  ],
  ['a stretch without length', { stretch: { from: 5, to: 5 } }, { stretch: { from: 5, to: 5 } }],
  ['who wrote it first', { writtenBy: { login: 'anna', at: 5 } }, { writtenBy: { login: 'anna', at: 5 } }],
  [
    'that its words were changed',
    { writtenBy: { login: 'anna', at: 5, sealed: false } },
    { writtenBy: { login: 'anna', at: 5, sealed: false } },
  ],
  ['an example', { example: true }, { example: true }],
  ['no near miss that it is the same as', { sameAs: '' }, { sameAs: '' }],
  ['the last moment of all', { actedAt: LAST, noticedAt: -LAST }, { actedAt: LAST, noticedAt: -LAST }],
])('reads %s and fills in what is missing', (_what, parts, expected) => {
  const { record, unreadParts } = read(parts);
  expect(record).toMatchObject(expected);
  expect(unreadParts).toEqual([]);
});

const without = (name: string, all: object = {}) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));

const DAMAGED: ReadonlyArray<readonly [what: string, parts: object, unread: string, expected: object]> = [
  ['a text that is a number', { title: 5 }, 'title', { title: '' }],
  ['a list that is a text', { services: 'all' }, 'services', { services: [] }],
  ['a list with a number in it', { services: ['a', 5, 'b'] }, 'services', { services: ['a', 'b'] }],
  ['a number that is a text', { limit: { ...limit, value: '5' } }, 'limit', { limit: null }],
  ['a limit without direction', { limit: without('direction', limit ?? {}) }, 'limit', { limit: null }],
  ['a flag that is a text', { example: 'yes' }, 'example', { example: false }],
  ['a moment as text', { actedAt: '2026-11-03' }, 'actedAt', { actedAt: 20 }],
  ['a moment after the last one', { actedAt: LAST + 1 }, 'actedAt', { actedAt: 20 }],
  ['a moment before the first one', { noticedAt: -LAST - 1 }, 'noticedAt', { noticedAt: null }],
  ['a stretch without its end', { stretch: { from: 5 } }, 'stretch', { stretch: null }],
  ['a stretch without its begin', { stretch: { to: 5 } }, 'stretch', { stretch: null }],
  ['a stretch that ends before it begins', { stretch: { from: 6, to: 5 } }, 'stretch', { stretch: null }],
  ['the same as what is no id', { sameAs: '../../admin' }, 'sameAs', { sameAs: '' }],
  ['a first writer without a login', { writtenBy: { at: 5 } }, 'writtenBy', { writtenBy: null }],
  ['a first writer without a time', { writtenBy: { login: 'anna' } }, 'writtenBy', { writtenBy: null }],
  ['a source without its dashboard', { source: without('dashboardUid', A_SOURCE) }, 'source', { source: null }],
  [
    'a variable that is a number',
    { source: { ...A_SOURCE, variables: { a: 'x', b: 5 } } },
    'source',
    { source: { variables: { a: 'x' } } },
  ],
  ['variables as a list', { source: { ...A_SOURCE, variables: ['x'] } }, 'source', { source: { variables: {} } }],
  ['evidence as a text', { evidence: 'none' }, 'evidence', { evidence: null }],
  ...['from', 'to', 'min', 'max', 'times', 'values'].map(
    (name) =>
      [
        `a series without its ${name}`,
        { evidence: { series: [without(name, series), series] } },
        'evidence',
        { evidence: { series: [series] } },
      ] as const
  ),
  [
    'a code of a reason that we do not know',
    { evidence: { dropped: ['x', { why: 'melted', series: 'y' }] } },
    'evidence',
    { evidence: { dropped: ['x'] } },
  ],
  [
    'parts of a code',
    { evidence: { dropped: [{ why: 'thinned', series: 5, count: '300', detail: [] }] } },
    'evidence',
    { evidence: { dropped: [{ why: 'thinned' }] } },
  ],
  ['a unit that every object has', { limit: { ...limit, unit: '__proto__' } }, 'limit', { limit: { unit: '' } }],
  [
    'a projection that is neither',
    { projection: without('ok', AN_OPEN_PROJECTION) },
    'projection',
    { projection: null },
  ],
  [
    'a projection without its window',
    { projection: without('window', AN_OPEN_PROJECTION) },
    'projection',
    { projection: null },
  ],
  [
    'a projection without its chance',
    { projection: without('p', AN_OPEN_PROJECTION) },
    'projection',
    { projection: null },
  ],
  [
    'a refusal for no reason we know',
    { projection: { ok: false, window: { from: 1, to: 4 }, reason: 'mood' } },
    'projection',
    { projection: null },
  ],
  [
    'a crossing as text',
    { projection: { ...AN_OPEN_PROJECTION, crossing: 'noon' } },
    'projection',
    { projection: { crossing: null } },
  ],
  [
    'a horizon behind us',
    { projection: { ...AN_OPEN_PROJECTION, window: { from: 1, to: 4 }, horizon: -1 } },
    'projection',
    { projection: { horizon: 6 } },
  ],
  [
    'a horizon after the last moment',
    { projection: { ...AN_OPEN_PROJECTION, window: { from: 1, to: 4 }, horizon: LAST } },
    'projection',
    { projection: { horizon: 6 } },
  ],
  [
    'a horizon that only the usual one passes',
    { projection: { ...AN_OPEN_PROJECTION, window: { from: 0, to: LAST - 5 }, horizon: 6 } },
    'projection',
    { projection: { horizon: 5 } },
  ],
  ['a version below one', { version: 0 }, 'version', { version: 1 }],
  ['a version in between', { version: 1.5 }, 'version', { version: 1 }],
  ['a version as text', { version: '2' }, 'version', { version: 1 }],
  ['an id that is none', { id: 'a b' }, 'id', { id: 'from-its-tag' }],
];

it.each(DAMAGED)('names %s once and reads the rest', (_what, parts, unread, expected) => {
  const text = `<!--near-miss ${JSON.stringify({ what: 'record', version: 1, id: 'by-hand-0001', ...parts }).replaceAll('--', '-\\u002d')}-->`;
  const decoded = decode({ id: 3, time: 10, timeEnd: 20, text, tags: ['near-miss', 'nm:from-its-tag'] });
  expect(decoded).toMatchObject({ what: 'record', record: expected, unreadParts: [unread] });
});

it('takes a horizon of nothing and one up to the last moment', () => {
  const at = (horizon: number) => read({ projection: { ...AN_OPEN_PROJECTION, window: { from: 1, to: 4 }, horizon } });
  expect(at(0)).toMatchObject({ record: { projection: { horizon: 0 } }, unreadParts: [] });
  expect(at(LAST - 4)).toMatchObject({ record: { projection: { horizon: LAST - 4 } }, unreadParts: [] });
});

it('names a part once, however much of it cannot be read', () => {
  expect(read({ evidence: { series: [1, 2, 3], dropped: [4] } }).unreadParts).toEqual(['evidence']);
});

describe('variables', () => {
  const variables = { service: ['cart', 'mail, EU'], region: 'eu', Filters: ['a|=|b', 'c|=|d'] };

  it('are read as they are: one value, or several', () => {
    const given = { ...variables, bad: 5, mixed: ['a', 5], none: [] };
    const { record, unreadParts } = read({ source: { ...A_SOURCE, variables: given } });
    expect(record.source?.variables).toEqual({ ...variables, mixed: ['a'], none: [] });
    expect(unreadParts).toEqual(['source']);
  });

  it('of several values are passed over by what reads texts alone, as the first versions do, and the others are read', () => {
    const miss = jest.fn();
    expect(readByName(readText)(variables, miss)).toEqual({ region: 'eu' });
    expect(miss).toHaveBeenCalledTimes(2);
  });
});

it('takes what is known of a source beside the first versions, and leaves out what is none', () => {
  const beside = { refId: 'A', variableTexts: { region: 'Europe' }, dashboardRange: { from: 1, to: 2 } };
  expect(read({ source: { ...A_SOURCE, ...beside } }).record.source).toEqual({ ...A_SOURCE, ...beside });
  const broken = { refId: 5, variableTexts: ['x'], dashboardRange: { from: 2, to: 1 } };
  const { record, unreadParts } = read({ source: { ...A_SOURCE, ...broken } });
  expect(record.source).toEqual(A_SOURCE);
  expect(unreadParts).toEqual(['source']);
});
