import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { A_SOURCE, aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { aDashboard } from '../../testing/stages/selfTestHost';
import { DOWN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import type { NearMissRecord } from '../../domain/record/record';
import { readInventory } from './inventory';
import { partIdentity } from '../../domain/fold/storedPart';

const ORGANIZATION = { kind: 'organization' } as const;
const on = (dashboardUid: string, panelId: number) => ({ ...A_SOURCE, dashboardUid, panelId });

type Answers = Parameters<typeof memorySend>[0];

/** Annotations of a stage that notes what is asked, and a host's answers to everything else. */
function aHost(answers: Answers = {}) {
  const stage = storeStage();
  const send = memorySend(answers);
  const record = async (over: Partial<NearMissRecord> = {}) =>
    valueIn(await stage.annotations.post(encodeRecord(aRecord(over), ORGANIZATION, '')));
  const read = (signal?: AbortSignal) => readInventory({ ...stage.context, send, me: '' }, signal);
  return { ...stage, record, read, send };
}

it('is read in one walk, each part as it came, twins included', async () => {
  const { annotations, asked, record, read } = aHost();
  await record();
  await record();
  const change = encodeChange(aChange(), aNearMiss(), '');
  const entry = encodeEntry(anEntry(), aNearMiss(), '');
  const marker = { time: 1, timeEnd: 2, text: '', tags: [], ...encodeMarker(aRecord(), '') };
  const draft = { time: 1, timeEnd: 1, text: 'odd', tags: ['near-miss'] };
  const note = { time: 1, timeEnd: 1, text: 'note', tags: ['note'] };
  for (const annotation of [change, entry, marker, draft, note]) {
    valueIn(await annotations.post(annotation));
  }
  const inventory = valueIn(await read());
  expect(inventory.parts.map((part) => [part.what, partIdentity(part).id, part.annotation.id]).sort()).toEqual([
    ['change', 'change-1-abc', 3],
    ['entry', 'entry-1-abcd', 4],
    ['record', 'queue-1-abcd', 1],
    ['record', 'queue-1-abcd', 2],
  ]);
  expect(inventory.markers.map(({ nearMiss, annotation }) => [nearMiss, annotation.id])).toEqual([['queue-1-abcd', 5]]);
  expect(inventory.gathered.whole).toMatchObject([{ nearMiss: { status: 'discussed' } }]);
  expect(inventory).toMatchObject({ drafts: 1, unreadableIds: new Set(), unmarked: [] });
  expect(asked).toEqual([
    [
      'find',
      {
        tags: ['near-miss', 'near-miss-change', 'near-miss-retro', 'near-miss-marker'],
        matchAny: true,
        limit: 100,
      },
    ],
  ]);
});

it('is empty where nothing is', async () => {
  expect(valueIn(await aHost().read())).toMatchObject({
    gathered: { whole: [] },
    ...{ parts: [], markers: [], foreign: [], drafts: 0, unreadableIds: new Set(), unmarked: [] },
  });
});

it('knows of which near misses something cannot be read', async () => {
  const { annotations, read } = aHost();
  const broken = { time: 1, timeEnd: 1, text: '<!--near-miss {' };
  valueIn(await annotations.post({ ...broken, tags: ['near-miss', 'nm:one-1-abcd'] }));
  valueIn(await annotations.post({ ...broken, tags: ['near-miss-retro', 'nm:two-1-abcd'] }));
  expect(valueIn(await read()).unreadableIds).toEqual(new Set(['one-1-abcd', 'two-1-abcd']));
});

it('does not stumble over what is no annotation', async () => {
  const { context } = storeStage();
  const send = memorySend({});
  const port = { ...context.port, find: async () => ({ ok: true, value: [null, 7] }) as const };
  const { unreadableIds, parts } = valueIn(await readInventory({ ...context, send, port, me: '' }));
  expect({ unreadableIds, parts }).toEqual({ unreadableIds: new Set(['']), parts: [] });
});

it('is not known when the walk fails, or is stopped', async () => {
  const { annotations, read } = aHost();
  annotations.failNext('find', { failure: DOWN });
  expect(await read()).toEqual({ ok: false, failure: DOWN });
  expect(await read(AbortSignal.abort())).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
});

describe('the source of what has no marker', () => {
  const states = async (answers: Answers, ...records: ReadonlyArray<Partial<NearMissRecord>>) => {
    const { record, read } = aHost(answers);
    for (const [index, over] of records.entries()) {
      await record({ id: `record-${index}-abc`, ...over });
    }
    const { unmarked } = valueIn(await read());
    return Object.fromEntries(unmarked.map(({ nearMiss, source }) => [nearMiss.id, source]));
  };

  it.each<[string, Answers]>([
    ['there', { 'GET /api/dashboards/uid/checkout': aDashboard(4) }],
    ['not-allowed', { 'GET /api/dashboards/uid/checkout': aDashboard(4, false) }],
    ['panel-gone', { 'GET /api/dashboards/uid/checkout': aDashboard(5) }],
    ['gone', {}],
    ['hidden', { 'GET /api/dashboards/uid/checkout': refusing(403) }],
    ['unread', { 'GET /api/dashboards/uid/checkout': refusing(500) }],
    ['unread', { 'GET /api/dashboards/uid/checkout': refusing(401) }],
  ])('is %s', async (state, answers) => {
    expect(await states(answers, {})).toEqual({ 'record-0-abc': state });
  });

  it('is told by dashboard and panel', async () => {
    const answers = { 'GET /api/dashboards/uid/a': aDashboard(4), 'GET /api/dashboards/uid/b': refusing(403) };
    expect(await states(answers, { source: on('a', 4) }, { source: on('a', 5) }, { source: on('b', 4) })).toEqual({
      'record-0-abc': 'there',
      'record-1-abc': 'panel-gone',
      'record-2-abc': 'hidden',
    });
  });

  it('is not asked for where there is no graph, or a newer version wrote it', async () => {
    expect(await states({}, { source: null }, { stretch: null }, { version: 99 })).toEqual({});
  });

  it('is asked for with what stops it', async () => {
    const { record, read, send } = aHost();
    await record();
    const { signal } = new AbortController();
    await read(signal);
    expect(send.asked).toEqual([{ method: 'GET', path: '/api/dashboards/uid/checkout', signal }]);
  });
});
