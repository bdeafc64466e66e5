import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aChange, aNearMiss, anEntry, aRecord } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import type { Failure } from '../../grafana/outcome';
import type { QueuedWrite } from './queuedWrite';
import { retry } from './retry';
import { writeQueued } from './writeQueued';
import { nearMissIdOfDraft } from '../../domain/record/id';

const ORGANIZATION = { kind: 'organization' } as const;

/** A draft of vera's, and what anna would write to complete it. */
async function aStage() {
  const stage = storeStage();
  const { annotations, asked, context } = stage;
  const times = { time: 1_790_000_000_000, timeEnd: 1_790_000_600_000 };
  const draft = { dashboardUid: 'checkout', panelId: 4, ...times, text: 'odd', tags: ['near-miss'] };
  const draftId = valueIn(await annotations.as({ login: 'vera' }).post(draft));
  const { created } = Object(annotations.stored()[0]) as { created: number };
  const record = aRecord({ id: nearMissIdOfDraft(created, draftId) });
  // As the queue does it.
  const write = (what: QueuedWrite, me = 'anna', signal?: AbortSignal) =>
    retry(context.clock, { attempt: () => writeQueued({ ...context, me: () => me }, what, signal) }, signal);
  const complete = (me = 'anna', signal?: AbortSignal) =>
    write({ what: 'record', record, place: ORGANIZATION, draftId }, me, signal);
  const recordedBy = async (login: string) =>
    valueIn(await annotations.as({ login }).post(encodeRecord(record, ORGANIZATION, context.link(record.id))));
  const turnIntoMarker = () => annotations.patch(draftId, { tags: ['near-miss-marker', `nm:${record.id}`] });
  const written = () => asked.filter(([method]) => method !== 'find' && method !== 'get');
  return { ...stage, draftId, record, write, complete, recordedBy, turnIntoMarker, written };
}

const overtaken = (detail: string) => ({ ok: false, failure: { kind: 'overtaken', status: 0, detail } });
const marked = (annotationId: number, marker: number) => ({
  ok: true,
  value: { annotationId, marker: { ok: true, value: marker } },
});

describe('completing a draft', () => {
  it('that is open writes the record, and turns the draft into its marker', async () => {
    const { complete, asked, draftId, record, context } = await aStage();
    expect(await complete()).toEqual(marked(2, draftId));
    const { text, time, timeEnd, tags } = encodeMarker(record, context.link(record.id)) ?? {};
    const looking = ['find', { tags: [`nm:${record.id}`], limit: 100 }];
    expect(asked).toEqual([
      ['get', draftId],
      looking,
      looking,
      ['post', encodeRecord(record, ORGANIZATION, context.link(record.id))],
      ['patch', draftId, { text, time, timeEnd, tags }],
    ]);
  });

  it('that I recorded in an attempt that broke off makes but the marker', async () => {
    const { complete, recordedBy, written, draftId } = await aStage();
    const recordId = await recordedBy('anna');
    expect(await complete()).toEqual(marked(recordId, draftId));
    expect(written()).toEqual([['patch', draftId, expect.objectContaining({})]]);
  });

  it('that I completed in an attempt whose answer was lost writes nothing', async () => {
    const { complete, recordedBy, turnIntoMarker, written, draftId } = await aStage();
    const recordId = await recordedBy('anna');
    await turnIntoMarker();
    expect(await complete()).toEqual(marked(recordId, draftId));
    expect(written()).toEqual([]);
  });

  it.each([
    ['recorded', async () => {}],
    ['completed', async ({ turnIntoMarker }: Awaited<ReturnType<typeof aStage>>) => void (await turnIntoMarker())],
  ])('that somebody else %s changes nothing of theirs', async (_, then) => {
    const stage = await aStage();
    await stage.recordedBy('ben');
    await then(stage);
    expect(await stage.complete()).toEqual(overtaken(stage.record.id));
    expect(stage.written()).toEqual([]);
  });

  it('that somebody else recorded between two attempts changes nothing of theirs', async () => {
    const { complete, recordedBy, annotations, written, record } = await aStage();
    annotations.failNext('post', { failure: DOWN });
    annotations.delay(async (method) => {
      if (method === 'post') {
        annotations.delay(async () => {});
        await recordedBy('ben');
      }
    });
    expect(await complete()).toEqual(overtaken(record.id));
    expect(written()).toHaveLength(1);
    expect(annotations.stored()).toHaveLength(2);
  });

  it('that is the marker of a record that is gone is nobody’s known', async () => {
    const { complete, turnIntoMarker, written, record } = await aStage();
    await turnIntoMarker();
    expect(await complete()).toEqual(overtaken(record.id));
    expect(written()).toEqual([]);
  });

  it('that is the marker of a record that is gone makes the record again for somebody without a login', async () => {
    const { complete, turnIntoMarker, written, draftId } = await aStage();
    await turnIntoMarker();
    expect(await complete('')).toEqual(marked(2, draftId));
    expect(written().map(([method]) => method)).toEqual(['post']);
  });

  it('goes by the older of two records', async () => {
    const { complete, recordedBy, turnIntoMarker, record } = await aStage();
    await recordedBy('ben');
    await recordedBy('anna');
    await turnIntoMarker();
    expect(await complete()).toEqual(overtaken(record.id));
    expect(await complete('ben')).toMatchObject({ ok: true });
  });

  it('that is none fails, and writes nothing', async () => {
    const { write, annotations, written, record } = await aStage();
    const draftId = valueIn(await annotations.post({ time: 5, timeEnd: 5, text: 'deployed', tags: ['deploy'] }));
    expect(await write({ what: 'record', record, place: ORGANIZATION, draftId })).toEqual({
      ok: false,
      failure: { kind: 'missing', status: 404, detail: '' },
    });
    expect(written()).toEqual([]);
  });

  it('passes on a refused record, and then leaves the draft as it is', async () => {
    const { complete, annotations, written } = await aStage();
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await complete()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written().map(([method]) => method)).toEqual(['post']);
  });

  it('keeps the record although the marker is refused', async () => {
    const { complete, annotations } = await aStage();
    annotations.failNext('patch', { failure: FORBIDDEN });
    expect(await complete()).toEqual({
      ok: true,
      value: { annotationId: 2, marker: { ok: false, failure: FORBIDDEN } },
    });
    expect(annotations.stored()).toHaveLength(2);
  });
});

describe('completing a draft that cannot be looked at', () => {
  it.each(['get', 'find'] as const)('passes on the refusal of %s and writes nothing', async (method) => {
    const { complete, annotations, written } = await aStage();
    annotations.failNext(method, { failure: FORBIDDEN });
    expect(await complete()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written()).toEqual([]);
  });

  it.each(['get', 'find'] as const)('for a moment looks again (%s)', async (method) => {
    const { complete, annotations, draftId } = await aStage();
    annotations.failNext(method, { failure: DOWN, times: 2 });
    expect(await complete()).toEqual(marked(2, draftId));
  });

  it('passes on that it cannot be known who completed it, and looks again when that was for a moment', async () => {
    const { complete, annotations, recordedBy, turnIntoMarker, draftId, asked } = await aStage();
    const recordId = await recordedBy('anna');
    await turnIntoMarker();
    annotations.failNext('find', { failure: FORBIDDEN });
    expect(await complete()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(asked.map(([method]) => method)).toEqual(['get', 'find']);
    annotations.failNext('find', { failure: DOWN, times: 2 });
    expect(await complete()).toEqual(marked(recordId, draftId));
  });

  it('is not looked at again once aborted', async () => {
    const { complete, annotations, asked } = await aStage();
    const controller = new AbortController();
    annotations.delay(async () => controller.abort());
    expect(await complete('anna', controller.signal)).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    expect(asked.map(([method]) => method)).toEqual(['get']);
  });
});

describe('the marker alone', () => {
  /** A record that is stored and was closed since, without a marker. */
  async function closed() {
    const stage = await aStage();
    const recordId = await stage.recordedBy('anna');
    const { id } = stage.record;
    const change = aChange({ nearMiss: id, set: { status: 'closed' } });
    valueIn(await stage.annotations.post(encodeChange(change, aNearMiss({ id }), '')));
    const now = encodeMarker({ ...stage.record, status: 'closed' }, stage.context.link(id));
    const mark = (draftId: number | null = null) => stage.write({ what: 'marker', nearMiss: id, draftId });
    return { ...stage, recordId, now, mark };
  }

  it('says what the near miss says by now', async () => {
    const { mark, written, recordId, now } = await closed();
    expect(await mark()).toEqual(marked(recordId, 4));
    expect(now?.text).toContain(', closed.');
    expect(written()).toEqual([['post', now]]);
  });

  it('is brought up to date where it is there, and then left alone', async () => {
    const { mark, annotations, written, recordId, now } = await closed();
    const text = now?.text.replace('closed', 'open') ?? '';
    const markerId = valueIn(await annotations.post({ time: 1, timeEnd: 2, tags: [], ...now, text }));
    expect(await mark()).toEqual(marked(recordId, markerId));
    const patched = [['patch', markerId, { text: now?.text, time: now?.time, timeEnd: now?.timeEnd }]];
    expect(written()).toEqual(patched);
    expect(await mark()).toEqual(marked(recordId, markerId));
    expect(written()).toEqual(patched);
  });

  it('is none where there is no graph', async () => {
    const { write, annotations, written } = await aStage();
    const record = aRecord({ source: null, stretch: null });
    const annotationId = valueIn(await annotations.post(encodeRecord(record, ORGANIZATION, '')));
    expect(await write({ what: 'marker', nearMiss: record.id, draftId: null })).toEqual({
      ok: true,
      value: { annotationId, marker: null },
    });
    expect(written()).toEqual([]);
  });

  it('tells of a refusal beside the record', async () => {
    const { mark, annotations, recordId } = await closed();
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await mark()).toEqual({
      ok: true,
      value: { annotationId: recordId, marker: { ok: false, failure: FORBIDDEN } },
    });
  });

  it.each([null, 1])('fails when the near miss is gone (draft: %p)', async (draftId) => {
    const { write, written } = await aStage();
    expect(await write({ what: 'marker', nearMiss: 'gone-1-abcd', draftId })).toEqual({
      ok: false,
      failure: { kind: 'missing', status: 404, detail: 'gone-1-abcd' },
    });
    expect(written()).toEqual([]);
  });

  it('fails when Grafana does not say what is stored, and asks again when that was for a moment', async () => {
    const { mark, annotations, recordId, written } = await closed();
    annotations.failNext('find', { failure: FORBIDDEN });
    expect(await mark()).toEqual({ ok: false, failure: FORBIDDEN });
    expect(written()).toEqual([]);
    annotations.failNext('find', { failure: DOWN, times: 2 });
    expect(await mark()).toEqual(marked(recordId, 4));
  });
});

describe('the marker alone, out of a draft', () => {
  async function recorded() {
    const stage = await aStage();
    const recordId = await stage.recordedBy('anna');
    const mark = () => stage.write({ what: 'marker', nearMiss: stage.record.id, draftId: stage.draftId });
    return { ...stage, recordId, mark };
  }

  it('turns it into the marker and posts no other', async () => {
    const { mark, written, recordId, draftId, record, context } = await recorded();
    expect(await mark()).toEqual(marked(recordId, draftId));
    const { text, time, timeEnd, tags } = encodeMarker(record, context.link(record.id)) ?? {};
    expect(written()).toEqual([['patch', draftId, { text, time, timeEnd, tags }]]);
  });

  it('is done where it was done', async () => {
    const { mark, turnIntoMarker, written, recordId, draftId } = await recorded();
    await turnIntoMarker();
    expect(await mark()).toEqual(marked(recordId, draftId));
    expect(written()).toEqual([]);
  });

  it('tells of a refusal beside the record', async () => {
    const { mark, annotations, recordId } = await recorded();
    annotations.failNext('patch', { failure: FORBIDDEN });
    expect(await mark()).toEqual({
      ok: true,
      value: { annotationId: recordId, marker: { ok: false, failure: FORBIDDEN } },
    });
  });

  it('fails when the draft is gone', async () => {
    const { mark, annotations, written, draftId } = await recorded();
    await annotations.remove(draftId);
    expect(await mark()).toMatchObject({ ok: false, failure: { kind: 'missing', status: 404 } });
    expect(written()).toEqual([]);
  });

  it('looks at the draft again when Grafana was down for a moment', async () => {
    const { mark, annotations, recordId, draftId } = await recorded();
    annotations.failNext('get', { failure: DOWN, times: 2 });
    expect(await mark()).toEqual(marked(recordId, draftId));
  });
});

describe('a record of no draft', () => {
  it('passes on a refusal, and marks nothing then', async () => {
    const { write, annotations, written, record } = await aStage();
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await write({ what: 'record', record, place: ORGANIZATION, draftId: null })).toEqual({
      ok: false,
      failure: FORBIDDEN,
    });
    expect(written()).toHaveLength(1);
  });

  it('brings up to date the marker that an earlier attempt made', async () => {
    const { write, annotations, written, recordedBy, record, context } = await aStage();
    const recordId = await recordedBy('anna');
    const marker = encodeMarker(record, context.link(record.id));
    const markerId = valueIn(await annotations.post({ time: 1, timeEnd: 2, text: '', tags: [], ...marker }));
    expect(await write({ what: 'record', record, place: ORGANIZATION, draftId: null })).toEqual(
      marked(recordId, markerId)
    );
    expect(written()).toEqual([]);
  });
});

it('appends an entry or a change where the near miss is, or tells that it is gone', async () => {
  const { write, recordedBy, record, written } = await aStage();
  const gone: Failure = { kind: 'missing', status: 404, detail: record.id };
  expect(await write({ what: 'entry', entry: anEntry({ nearMiss: record.id }) })).toEqual({ ok: false, failure: gone });
  await recordedBy('ben');
  const done = { ok: true, value: { annotationId: 3, marker: null } };
  expect(await write({ what: 'entry', entry: anEntry({ nearMiss: record.id }) })).toEqual(done);
  const change = aChange({ nearMiss: record.id, set: { title: 'Another' } });
  expect(await write({ what: 'change', change })).toEqual({ ok: true, value: { annotationId: 4, marker: null } });
  expect(written().map(([method]) => method)).toEqual(['post', 'post']);
});
