import type { NewAnnotation } from '../../domain/codec/annotation';
import { aRecord, AN_OPEN_PROJECTION, A_SOURCE } from './builders';

interface Bad {
  name: string;
  /** The text of the annotation. */
  text: string;
  /** The id in its payload. */
  id: string;
  /** Names of parts that the page must name; null when nothing can be read. */
  unread: readonly string[] | null;
}

const START = Date.UTC(2026, 10, 1);
const MEGABYTE = 1_000_000;

/** A payload as somebody may write it by hand: JSON that `JSON.stringify` would not make is put in place of its marks. */
function payload(parts: object, marks: Readonly<Record<string, string>> = {}): string {
  let json = JSON.stringify({ what: 'record', version: 1, title: '', ...parts });
  for (const [mark, raw] of Object.entries(marks)) {
    json = json.replaceAll(JSON.stringify(mark), raw);
  }
  return `By hand <!--near-miss ${json.replaceAll('--', '-\\u002d')}-->`;
}

function bad(name: string, parts: object, unread: readonly string[] | null, marks = {}): Bad {
  const id = `bad-${name.replace(/\W/g, '-')}`;
  return { name, id, unread, text: payload({ ...parts, id, title: `Bad: ${name}` }, marks) };
}

const full = aRecord();
const { limit, evidence, stretch } = full;
const [series] = evidence?.series ?? [];
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index));
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

/** Records as a script, another tool or an attacker may leave them beside healthy ones. */
export const BAD_RECORDS: readonly Bad[] = [
  bad('missing parts', {}, []),
  bad(
    'wrong types',
    {
      ...{ kind: 5, almost: [], savedBy: 'luck', savedHow: {}, cue: 1, noticedAt: 'noon', action: null, actedAt: [] },
      ...{ limit: 'high', projection: 7, team: {}, services: 'all', links: { a: 1 }, recordedFor: 0, status: 'done' },
      ...{ outcome: true, sameAs: '../..', stretch: [1, 2], evidence: 'none', source: 'there', example: 'yes' },
      writtenBy: 'anna',
    },
    ['actedAt', 'almost', 'evidence', 'limit', 'links', 'projection', 'savedBy', 'source', 'status', 'stretch']
  ),
  bad('a future version', { ...full, version: 99, severity: { level: 3 } }, []),
  bad(
    'times that no calendar has',
    {
      ...full,
      actedAt: 'INF',
      noticedAt: 9e18,
      stretch: { from: -1e300, to: 1e300 },
      projection: { ...AN_OPEN_PROJECTION, crossing: 1e20, horizon: 1e300 },
    },
    ['actedAt', 'noticedAt', 'projection', 'stretch'],
    { INF: '1e999' }
  ),
  bad('times that are no numbers', { ...full, stretch: { from: 'NaN', to: null }, actedAt: null }, ['stretch']),
  bad('values beyond all bounds', { ...full, evidence: { series: [{ ...series, min: -1e308, max: 1e308 }] } }, []),
  bad(
    'names of the prototype',
    {
      ...full,
      limit: { ...limit, unit: '__proto__' },
      evidence: { series: [{ ...series, unit: 'constructor' }] },
      source: { ...A_SOURCE, variables: { constructor: '__proto__' } },
      sameAs: 'constructor',
    },
    ['limit', 'evidence']
  ),
  bad('half characters', { ...full, source: { ...A_SOURCE, dashboardUid: '\ud83d', series: '\udc4d' } }, []),
  bad('a huge text', { ...full, almost: 'word '.repeat(MEGABYTE / 5) }, []),
  bad(
    'a million points',
    {
      ...full,
      evidence: { series: [{ ...series, times: 'A0'.repeat(MEGABYTE / 4), values: 'Zz'.repeat(MEGABYTE / 4) }] },
    },
    []
  ),
  bad(
    'thousands of series',
    { ...full, evidence: { series: many(5_000, (index) => ({ ...series, name: `s${index}` })) } },
    []
  ),
  bad(
    'ten thousand names',
    {
      ...full,
      services: many(10_000, (index) => `service ${index}`),
      links: many(10_000, () => 'https://example.org'),
    },
    []
  ),
  bad(
    'a projection of another time',
    { ...full, projection: { ...AN_OPEN_PROJECTION, window: { from: 1, to: 2 }, horizon: -5 } },
    ['projection']
  ),
  bad('deep nesting', { ...full, source: { ...A_SOURCE, queries: 'DEEP' } }, null, { DEEP: deep }),
  bad('no JSON', { broken: 'MARK' }, null, { MARK: '{' }),
  { name: 'cut off', id: 'cut-off', unread: null, text: payload({ id: 'cut-off' }).slice(0, -9) },
  { name: 'a list', id: 'a-list', unread: null, text: 'x <!--near-miss [1, 2]-->' },
];

const of = stretch ?? { from: START, to: START };

function annotation(text: string, id: string, plain: string): NewAnnotation {
  return { time: of.from, timeEnd: of.to, tags: [plain, `nm:${id}`], text };
}

/** Their annotations, with a twin, changes in a circle and entries that cannot be read. */
export function badAnnotations(): NewAnnotation[] {
  const [first = { id: '', text: '' }] = BAD_RECORDS;
  const change = (id: string, base: string, set: object) =>
    annotation(
      payload({ what: 'change', id, nearMiss: first.id, set, base: { cue: [base], team: 'x' } }),
      first.id,
      'near-miss-change'
    );
  return [
    ...BAD_RECORDS.map(({ id, text }) => annotation(text, id, 'near-miss')),
    annotation(payload({ id: first.id, title: 'A twin with other words' }), first.id, 'near-miss'),
    change('circle-1', 'circle-2', { cue: 'One.' }),
    change('circle-2', 'circle-1', { cue: 'Two.', status: 7 }),
    annotation(payload({ what: 'change', id: 5, nearMiss: [], set: 'all' }), first.id, 'near-miss-change'),
    annotation(payload({ what: 'entry', id: 'entry-1', nearMiss: first.id, text: 7 }), first.id, 'near-miss-retro'),
    annotation(
      payload({ what: 'entry', id: 'entry-2', nearMiss: first.id, text: 'Still here.', type: 'song', replaces: {} }),
      first.id,
      'near-miss-retro'
    ),
  ];
}
