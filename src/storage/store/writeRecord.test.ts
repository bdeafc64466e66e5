import { decode } from '../../domain/codec/decode';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { MOST_NEW_TEXT_BYTES } from '../../domain/codec/payload';
import type { Change, NearMissRecord } from '../../domain/record/record';
import { A_SOURCE, aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { retry } from './retry';
import { writeRecord } from './writeRecord';
import { decodedOf } from '../../domain/codec/decoded';
import type { Place } from '../../domain/record/place';

const place: Place = { kind: 'journal', dashboardUid: 'journal' };
const record = aRecord();
const link = `/a/app/nm/${record.id}`;
const encoded = (of: NearMissRecord = record) => encodeRecord(of, place, link);
const EMPTY = { records: [], changes: [], entries: [], markers: [], broken: [] };
const LOOKING = ['find', { tags: [`nm:${record.id}`], limit: 100 }];
const OTHER_GRAPHS: ReadonlyArray<[string, Partial<NearMissRecord>]> = [
  ['stretch', { stretch: { from: 1000, to: 2000 } }],
  ['evidence', { evidence: null }],
  ['source', { source: { ...A_SOURCE, panelId: 5 } }],
];

async function aStage(...stored: ReadonlyArray<Parameters<ReturnType<typeof storeStage>['annotations']['post']>[0]>) {
  const stage = storeStage();
  for (const annotation of stored) {
    valueIn(await stage.annotations.post(annotation));
  }
  // As the queue does it.
  const write = (over: Partial<NearMissRecord> = {}, signal?: AbortSignal) => {
    const attempt = () => writeRecord(stage.context, { record: { ...record, ...over }, place }, signal);
    return retry(stage.context.clock, { attempt }, signal);
  };
  const written = () => stage.asked.filter(([method]) => method !== 'find' && method !== 'get');
  const changes = () => decodedOf(stage.annotations.stored().map(decode), 'change').map(({ change }) => change);
  return { ...stage, write, written, changes };
}

describe('a record that is not there', () => {
  it('is posted after a look', async () => {
    const { write, asked } = await aStage();
    expect(await write()).toEqual({ ok: true, value: { annotationId: 1, before: EMPTY } });
    expect(asked).toEqual([LOOKING, ['post', encoded()]]);
  });

  it('is refused before any request when its words alone are longer than a copy could hold', async () => {
    const { write, asked } = await aStage();
    expect(await write({ almost: 'x'.repeat(MOST_NEW_TEXT_BYTES) })).toMatchObject({
      ok: false,
      failure: { kind: 'too-long' },
    });
    expect(asked).toEqual([]);
  });

  it('is not posted while it cannot look', async () => {
    const { write, annotations, written } = await aStage();
    annotations.failNext('find', { failure: FORBIDDEN });
    expect(await write()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written()).toEqual([]);
    annotations.failNext('find', { failure: DOWN, times: 2 });
    expect(await write()).toMatchObject({ ok: true });
  });

  it('passes on a refusal', async () => {
    const { write, annotations, written } = await aStage();
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await write()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written()).toHaveLength(1);
  });

  it.each(['find', 'post'] as const)('stops when aborted at %s, without a further attempt', async (at) => {
    const { write, annotations, asked } = await aStage();
    const controller = new AbortController();
    annotations.delay(async (method) => void (method === at && controller.abort()));
    expect(await write({}, controller.signal)).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    expect(asked.map(([method]) => method)).toEqual(at === 'find' ? ['find'] : ['find', 'post']);
  });
});

describe('a record whose answer was lost', () => {
  it('is found instead of posted again', async () => {
    const { write, annotations, asked } = await aStage();
    annotations.failNext('post', { failure: DOWN, done: true });
    expect(await write()).toEqual({
      ok: true,
      value: { annotationId: 1, before: { ...EMPTY, records: [expect.objectContaining({ record })] } },
    });
    expect(asked).toEqual([LOOKING, ['post', encoded()], LOOKING]);
  });

  it('is posted again when it did not go through', async () => {
    const { write, annotations, written } = await aStage();
    annotations.failNext('post', { failure: DOWN });
    expect(await write()).toMatchObject({ ok: true });
    expect(written()).toHaveLength(2);
    expect(annotations.stored()).toHaveLength(1);
  });

  it('is no twin of another record of its id that came in between, but a change of it', async () => {
    const { write, annotations, changes } = await aStage();
    annotations.failNext('post', { failure: DOWN });
    annotations.delay(async (method) => {
      if (method === 'post' && annotations.stored().length === 0) {
        await annotations.as({ login: 'ben' }).post(encoded({ ...record, title: 'Other words' }));
      }
    });
    expect(await write()).toMatchObject({ ok: true, value: { annotationId: 1 } });
    expect(changes()).toEqual([expect.objectContaining({ set: { title: record.title } })]);
  });

  it('is not posted again while it cannot look', async () => {
    const { write, annotations, written } = await aStage();
    annotations.delay(async (method) => {
      if (method === 'post') {
        annotations.failNext('find', { failure: FORBIDDEN, times: 9 });
      }
    });
    annotations.failNext('post', { failure: DOWN, done: true });
    expect(await write()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written()).toHaveLength(1);
  });
});

describe('a record that is there', () => {
  it('is left alone when it says the same, and what was there is told', async () => {
    const { write, written } = await aStage(encoded());
    expect(await write()).toEqual({
      ok: true,
      value: { annotationId: 1, before: { ...EMPTY, records: [expect.objectContaining({ record })] } },
    });
    expect(written()).toEqual([]);
  });

  it('gets what the form says differently as one change', async () => {
    const { write, written, changes } = await aStage(encoded());
    expect(await write({ title: 'New', services: [] })).toMatchObject({ ok: true, value: { annotationId: 1 } });
    expect(written()).toHaveLength(1);
    expect(changes()).toEqual([
      expect.objectContaining<Partial<Change>>({ nearMiss: record.id, set: { title: 'New', services: [] } }),
    ]);
  });

  it('gets no change of what it says already, nor of what was changed since and the form left as it was', async () => {
    const since = aChange({ set: { title: 'New', cue: 'Changed since' } });
    const { write, written } = await aStage(encoded(), encodeChange(since, aNearMiss({ place }), ''));
    expect(await write({ title: 'New' })).toMatchObject({ ok: true, value: { annotationId: 1 } });
    expect(written()).toEqual([]);
  });

  it('passes on that the change was refused', async () => {
    const { write, annotations } = await aStage(encoded());
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await write({ title: 'New' })).toEqual({ ok: false, failure: FORBIDDEN });
  });

  it.each(OTHER_GRAPHS)('with another %s is replaced: the new one first, then the old is deleted', async (_, over) => {
    const { write, written, annotations } = await aStage(encoded());
    expect(await write({ ...over, title: 'New' })).toMatchObject({ ok: true, value: { annotationId: 2 } });
    expect(written()).toEqual([
      ['post', encoded({ ...record, ...over, title: 'New' })],
      ['remove', 1],
    ]);
    expect(annotations.stored()).toHaveLength(1);
  });

  it('with another graph is replaced whatever lies in other places with its id', async () => {
    const { write, written } = await aStage(encoded(), encodeEntry(anEntry(), aNearMiss(), ''));
    expect(await write({ stretch: null })).toMatchObject({ ok: true, value: { annotationId: 3 } });
    expect(written().map(([method]) => method)).toEqual(['post', 'remove']);
  });

  it('with another graph stays while the record of somebody else would count once it is gone', async () => {
    const { write, written, annotations } = await aStage(encoded());
    await annotations.as({ login: 'mallory' }).post(encodeRecord(aRecord({ title: 'Mine' }), place, ''));
    expect(await write({ stretch: null })).toMatchObject({ ok: true, value: { annotationId: 1 } });
    expect(written().filter(([method]) => method === 'remove')).toEqual([]);
    expect(annotations.stored()).toHaveLength(3);
    expect(annotations.stored()[2]).toMatchObject({ text: expect.stringContaining('"set":{"stretch":null}') });
  });

  it.each([
    ['a change', encodeChange(aChange({ set: { cue: 'Changed since' } }), aNearMiss({ place }), '')],
    ['an entry', encodeEntry(anEntry(), aNearMiss({ place }), '')],
  ])('with another graph stays once %s was added', async (_, added) => {
    const { write, written, changes } = await aStage(encoded(), added);
    const before = changes();
    expect(await write({ stretch: null, title: 'New' })).toMatchObject({ ok: true, value: { annotationId: 1 } });
    expect(written().map(([method]) => method)).toEqual(['post']);
    expect(changes()).toEqual([...before, expect.objectContaining({ set: { title: 'New', stretch: null } })]);
  });
});

describe('replacing a record', () => {
  const over = { stretch: { from: 1000, to: 2000 } };
  const mine = encoded({ ...record, ...over });

  it('keeps the old one when the new one is refused', async () => {
    const { write, written, annotations } = await aStage(encoded());
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await write(over)).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written()).toEqual([['post', mine]]);
  });

  it('passes on that the old one was not deleted, and goes on from there', async () => {
    const { write, written, annotations } = await aStage(encoded());
    annotations.failNext('remove', { failure: FORBIDDEN });
    expect(await write(over)).toEqual({ ok: false, failure: FORBIDDEN });
    expect(await write(over)).toMatchObject({ ok: true, value: { annotationId: 2 } });
    expect(written()).toEqual([
      ['post', mine],
      ['remove', 1],
      ['remove', 1],
    ]);
  });

  it('deletes every former one', async () => {
    const { write, written } = await aStage(encoded(), encoded({ ...record, title: 'Twin' }), mine);
    expect(await write(over)).toMatchObject({ ok: true, value: { annotationId: 3 } });
    expect(written()).toEqual([
      ['remove', 1],
      ['remove', 2],
    ]);
  });

  it('stops when aborted, before anything is deleted', async () => {
    const { write, written, annotations } = await aStage(encoded());
    const controller = new AbortController();
    annotations.delay(async (method) => void (method === 'post' && controller.abort()));
    expect(await write(over, controller.signal)).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    expect(written()).toEqual([['post', mine]]);
  });
});
