import { QUESTIONS } from '../record/questions';
import { aNearMiss, anAnnotation, aRecord, anEntry } from '../../testing/builders/builders';
import { decode } from '../codec/decode';
import { encodeEntry } from '../codec/encodeEntry';
import { encodeRecord } from '../codec/encodeRecord';
import { exportText, filterForExport } from './exportText';
import { byNearMiss } from '../fold/byNearMiss';
import { plainSpeech } from '../story/plainSpeech';
import { readExportFile } from './readExportFile';
import type { WholeNearMiss } from '../fold/storedPart';

const encoded = [encodeRecord(aRecord(), { kind: 'organization' }, ''), encodeEntry(anEntry(), aNearMiss(), '')];
const { whole } = byNearMiss(
  encoded.map((annotation, index) => decode({ ...anAnnotation({ id: index + 1 }), ...annotation }))
);
const context = {
  origin: { grafana: 'https://grafana.example/', organization: 1 },
  speech: plainSpeech,
  link: (id: string) => `https://grafana.example/nm/${id}`,
  questions: QUESTIONS,
  now: Date.UTC(2026, 10, 3, 23, 59),
};

it('writes a file for each format, named by the day', () => {
  const files = (['json', 'csv', 'markdown', 'cloudEvents'] as const).map((format) =>
    exportText(format, whole, context)
  );
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ['near-misses-2026-11-03.json', 'application/json'],
    ['near-misses-2026-11-03.csv', 'text/csv'],
    ['near-misses-2026-11-03.md', 'text/markdown'],
    ['near-misses-2026-11-03.cloudevents.json', 'application/cloudevents-batch+json'],
  ]);
});

it('writes JSON that can be read again and that people can read', () => {
  const { text } = exportText('json', whole, context);
  expect(readExportFile(text)).toMatchObject({
    ok: true,
    file: { exportedAt: context.now, nearMisses: [{ id: 'queue-1-abcd' }] },
  });
  expect(text).toMatch(/^\{\n {2}"format".*\n\}\n$/s);
});

it('begins CSV with the mark by which spreadsheets know UTF-8', () => {
  expect(exportText('csv', whole, context).text).toMatch(/^\ufeffid,title,.*\r\nqueue-1-abcd,/s);
});

it('writes Markdown with the answers and the address', () => {
  const { text } = exportText('markdown', whole, context);
  expect(text).toContain('looks at the queue every day before lunch');
  expect(text).toContain('(<https://grafana.example/nm/queue-1-abcd>)');
});

it('writes events as one batch, each on a line of its own', () => {
  const { text } = exportText('cloudEvents', [...whole, ...whole], context);
  expect(JSON.parse(text)).toHaveLength(2);
  const lines = text.trim().split('\n').slice(1, -1);
  expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')))).toMatchObject([
    { specversion: '1.0', id: 'queue-1-abcd', source: 'https://grafana.example/' },
    { id: 'queue-1-abcd' },
  ]);
  expect(JSON.parse(exportText('cloudEvents', [], context).text)).toEqual([]);
});

const ALL = { kinds: [], teams: [], from: null, to: null };

function actedAt(moment: number): WholeNearMiss {
  const record = { what: 'record', record: aRecord(), annotation: anAnnotation(), unreadParts: [] } as const;
  return { nearMiss: aNearMiss({ actedAt: moment }), record, changes: [], entries: [], spare: [], foreign: [] };
}

const moments = (filter: object) =>
  filterForExport([actedAt(-5), actedAt(5)], { ...ALL, ...filter }).map(({ nearMiss }) => nearMiss.actedAt);

it('takes all times, also those before 1970, unless a time is asked for', () => {
  expect(moments({})).toEqual([-5, 5]);
  expect(moments({ from: 0 })).toEqual([5]);
  expect(moments({ to: 0 })).toEqual([-5]);
});

it('carries how a retired question was worded in Markdown, and in JSON through the import', () => {
  const entry = anEntry({ question: 'cost', asked: 'What did it cost us?' });
  const answered = byNearMiss(
    [encodeRecord(aRecord(), { kind: 'organization' }, ''), encodeEntry(entry, aNearMiss(), '')].map(
      (annotation, index) => decode({ ...anAnnotation({ id: index + 1 }), ...annotation })
    )
  ).whole;
  expect(exportText('markdown', answered, context).text).toContain('## What did it cost us?\n\n*No longer asked*');
  const [imported] = [readExportFile(exportText('json', answered, context).text)].flatMap((read) =>
    read.ok ? read.file.nearMisses : []
  );
  expect(imported?.entries).toMatchObject([{ ok: true, item: { entry: { asked: 'What did it cost us?' } } }]);
});

it('makes events only of what counts, and keeps all of it in the other formats', () => {
  const started = actedAt(1);
  const all = [{ ...started, nearMiss: aNearMiss({ status: 'started' }) }, actedAt(2)];
  expect(filterForExport(all, ALL, 'cloudEvents')).toEqual([all[1]]);
  expect(filterForExport(all, ALL, 'json')).toEqual(all);
});
