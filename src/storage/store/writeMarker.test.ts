import { decode } from '../../domain/codec/decode';
import { decodedOf } from '../../domain/codec/decoded';
import type { MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { textBytes } from '../../domain/codec/payload';
import { anAnnotation, aRecord, aNearMiss } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { refreshMarkers, turnIntoMarker, writeMarker, markAgain } from './writeMarker';
import type { Draft } from '../../domain/codec/decoded';
import { nearMissIdOfDraft } from '../../domain/record/id';
import { encodeRecord } from '../../domain/codec/encodeRecord';

const record = aRecord();
const link = `/a/app/nm/${record.id}`;
const marker = { time: 0, timeEnd: 0, text: '', tags: [], ...encodeMarker(record, link) };
const { text, time, timeEnd } = marker;
/** What it said before. */
const before = text.replace('open', 'discussed');
/** The marker as it is stored already, under id 70. */
const former = anAnnotation({ id: 70, dashboardUid: 'checkout', panelId: 4, text, time, timeEnd });
/** What the tag finds. */
const tagged = ({ stored }: MemoryAnnotations, id = record.id) =>
  decodedOf(stored().map(decode), 'marker').flatMap(({ nearMiss, annotation }) =>
    nearMiss === id ? [annotation] : []
  );
const NONE = { ok: false, failure: { kind: 'missing', status: 404, detail: 'Annotation not found' } };

describe('writing a marker', () => {
  it.each([
    ['source', { source: null }],
    ['stretch', { stretch: null }],
  ])('asks nothing without a %s', async (_, over) => {
    const { context, asked } = storeStage();
    expect(await writeMarker(context, aRecord(over), [former])).toBeNull();
    expect(asked).toEqual([]);
  });

  it('posts it where there is none', async () => {
    const { context, asked } = storeStage();
    expect(await writeMarker(context, record, [])).toEqual({ ok: true, value: 1 });
    expect(asked).toEqual([['post', marker]]);
  });

  it.each([
    ['another dashboard', { dashboardUid: 'payments' }],
    ['another panel', { panelId: 5 }],
    ['no dashboard', { dashboardUid: '', panelId: 0 }],
  ])('posts it beside one on %s', async (_, over) => {
    const { context, asked } = storeStage();
    expect(await writeMarker(context, record, [{ ...former, ...over }])).toEqual({ ok: true, value: 1 });
    expect(asked).toEqual([['post', marker]]);
  });

  it('asks nothing where the same is there', async () => {
    const { context, asked } = storeStage();
    const elsewhere = { ...former, id: 60, panelId: 5 };
    expect(await writeMarker(context, record, [elsewhere, former])).toEqual({ ok: true, value: 70 });
    expect(asked).toEqual([]);
  });

  it.each([{ text: before }, { time: time - 1 }, { timeEnd: timeEnd + 1 }])(
    'patches the one there where it differs in %p, and leaves its tags',
    async (over) => {
      const { context, annotations, asked } = storeStage();
      const id = valueIn(await annotations.post({ ...marker, ...over }));
      expect(await writeMarker(context, record, [{ ...former, id, ...over }])).toEqual({ ok: true, value: id });
      expect(asked).toEqual([['patch', id, { text, time, timeEnd }]]);
      expect(annotations.stored()).toEqual([expect.objectContaining({ id, text, time, timeEnd, tags: marker.tags })]);
    }
  );

  it('passes on that a patch was refused, and patches again when the server was down for a moment', async () => {
    const { context, annotations } = storeStage();
    const id = valueIn(await annotations.post({ ...marker, text: before }));
    const there = [{ ...former, id, text: before }];
    annotations.failNext('patch', { failure: FORBIDDEN });
    expect(await writeMarker(context, record, there)).toEqual({ ok: false, failure: FORBIDDEN });
    annotations.failNext('patch', { failure: DOWN, times: 2 });
    expect(await writeMarker(context, record, there)).toEqual({ ok: true, value: id });
    expect(await writeMarker(context, record, [{ ...former, id: 4711, text: before }])).toEqual(NONE);
  });

  it('stops when aborted', async () => {
    const { context, asked } = storeStage();
    expect(await writeMarker(context, record, [], AbortSignal.abort())).toMatchObject({
      ok: false,
      failure: { kind: 'aborted' },
    });
    expect(asked).toEqual([['post', marker]]);
  });
});

describe('a marker whose answer was lost', () => {
  it('is found instead of posted again', async () => {
    const { context, annotations, asked } = storeStage();
    annotations.failNext('post', { failure: DOWN, done: true });
    expect(await writeMarker(context, record, [])).toEqual({ ok: true, value: 1 });
    expect(asked).toEqual([
      ['post', marker],
      ['find', { tags: [`nm:${record.id}`], limit: 100 }],
    ]);
  });

  it('is posted again when it did not go through, whatever marks other panels', async () => {
    const { context, annotations, asked } = storeStage();
    const other = valueIn(await annotations.post({ ...marker, panelId: 5 }));
    annotations.failNext('post', { failure: DOWN });
    expect(await writeMarker(context, record, [])).toEqual({ ok: true, value: other + 1 });
    expect(asked.map(([method]) => method)).toEqual(['post', 'find', 'post']);
  });

  it('is not posted again while nobody can look', async () => {
    const { context, annotations, asked } = storeStage();
    annotations.failNext('post', { failure: DOWN, done: true });
    annotations.failNext('find', { failure: FORBIDDEN, times: 9 });
    expect(await writeMarker(context, record, [])).toEqual({ ok: false, failure: FORBIDDEN });
    expect(asked.filter(([method]) => method === 'post')).toHaveLength(1);
  });
});

describe('refreshing markers', () => {
  it('brings its own up to date, also one written before markers had a payload, and no other annotation', async () => {
    const { context, annotations, asked } = storeStage();
    const own = valueIn(await annotations.post({ ...marker, text: before }));
    const older = `Near miss: orders waiting · open <a href="${link}">Open near miss</a>`;
    const first = valueIn(await annotations.post({ ...marker, text: older }));
    const upToDate = valueIn(await annotations.post(marker));
    for (const stranger of [
      { text: 'A note', tags: [`nm:${record.id}`] },
      { text: 'A note' },
      { text: `A note ${text}` },
      { text: encodeMarker({ ...record, id: 'other-1-abcd' }, link)?.text },
      { text: before, dashboardUid: 'payments' },
      { text: before, panelId: 5 },
      { text: before, dashboardUid: '', panelId: 0 },
    ]) {
      valueIn(await annotations.post({ ...marker, ...stranger, text: stranger.text ?? '' }));
    }
    expect(await refreshMarkers(context, record, tagged(annotations))).toEqual({ ok: true, value: upToDate });
    expect(asked).toEqual([own, first].map((id) => ['patch', id, { text, time, timeEnd }]));
  });

  it('brings up to date the draft that its id was made of, wherever that lies', async () => {
    const { context, annotations, asked } = storeStage();
    const id = valueIn(await annotations.post({ ...marker, dashboardUid: 'payments', panelId: 9 }));
    const { created } = Object(annotations.stored()[0]) as { created: number };
    const ofDraft = aRecord({ id: nearMissIdOfDraft(created, id) });
    const now = encodeMarker(ofDraft, context.link(ofDraft.id));
    const earlier = { text: now?.text.replace('open', 'closed'), tags: now?.tags };
    valueIn(await annotations.patch(id, earlier));
    await refreshMarkers(context, ofDraft, tagged(annotations, ofDraft.id));
    expect(asked.at(-1)).toEqual(['patch', id, { text: now?.text, time, timeEnd }]);
  });

  it('asks nothing where there is no graph, or no marker', async () => {
    const { context, asked } = storeStage();
    expect(await refreshMarkers(context, aRecord({ source: null }), [])).toBeNull();
    expect(await refreshMarkers(context, record, [])).toBeNull();
    expect(asked).toEqual([]);
  });

  it('says when it was refused', async () => {
    const { context, annotations } = storeStage();
    valueIn(await annotations.post({ ...marker, text: before }));
    annotations.failNext('patch', { failure: FORBIDDEN });
    expect(await refreshMarkers(context, record, tagged(annotations))).toEqual({ ok: false, failure: FORBIDDEN });
    expect(annotations.stored()).toEqual([expect.objectContaining({ text: before })]);
  });
});

describe('turning a draft into the marker', () => {
  async function aDraft(over: Partial<Draft> = {}) {
    const stage = storeStage();
    const stored = { dashboardUid: 'shop', panelId: 9, time: 1000, timeEnd: 2000, text: 'odd', tags: ['near-miss'] };
    const annotationId = valueIn(await stage.annotations.post({ ...stored, ...over }));
    const draft: Draft = { ...stored, annotationId, created: 1, login: 'vera', ...over };
    const turn = (of = record) => turnIntoMarker(stage.context, draft, of);
    return { ...stage, turn, annotationId, draft };
  }
  /** What it was patched to. */
  const patchOf = ({ asked }: Awaited<ReturnType<typeof aDraft>>) => {
    const [request] = asked;
    return request?.[0] === 'patch' ? request[2] : null;
  };
  const without = aRecord({ stretch: null, source: null, limit: null });

  it('patches text, times and tags, and nothing else', async () => {
    const { turn, asked, annotationId } = await aDraft();
    expect(await turn()).toEqual({ ok: true, value: annotationId });
    expect(asked).toEqual([['patch', annotationId, { text, time, timeEnd, tags: marker.tags }]]);
  });

  it('takes times and words of the draft where the record has no graph', async () => {
    const stage = await aDraft({ text: ' <p>heap<br>climbing</p>\n' });
    expect(await stage.turn(without)).toEqual({ ok: true, value: stage.annotationId });
    expect(patchOf(stage)).toEqual({
      text: text.replace(/^.*\./, 'Near miss: heap climbing, open.'),
      time: 1000,
      timeEnd: 2000,
      tags: ['near-miss-marker', `nm:${record.id}`],
    });
  });

  it('takes of the record what it has of a graph', async () => {
    const stretched = await aDraft();
    await stretched.turn(aRecord({ source: null, limit: null }));
    expect(patchOf(stretched)).toMatchObject({ text: expect.stringContaining('Near miss: odd, open.'), time, timeEnd });
    const named = await aDraft();
    await named.turn(aRecord({ stretch: null }));
    expect(patchOf(named)).toMatchObject({ text, time: 1000, timeEnd: 2000 });
  });

  it('keeps 80 characters of its words, of both ends and no half one', async () => {
    for (const letter of ['x', '🙂']) {
      const stage = await aDraft({ text: `<p> ${letter.repeat(81)}` });
      await stage.turn(without);
      expect(patchOf(stage)?.text).toContain(`Near miss: ${letter.repeat(40)}…${letter.repeat(39)}, open.`);
    }
  });

  it('has no name where there are no words', async () => {
    const stage = await aDraft({ text: '<br>' });
    await stage.turn(without);
    expect(patchOf(stage)?.text).toContain('Near miss, open.');
  });

  it('keeps the draft’s own tags but ours, and none twice', async () => {
    const own = ['near-miss', 'near-miss-x', 'nm:other-1-abc', 'near-misses', 'shift:night', 'shift:night', 'anm:1'];
    const stage = await aDraft({ tags: own });
    await stage.turn();
    expect(patchOf(stage)?.tags).toEqual([...marker.tags, 'near-misses', 'shift:night', 'anm:1']);
  });

  it('keeps as many tags as fit in 480 bytes, and a shorter one after one that does not', async () => {
    const room = 480 - textBytes(JSON.stringify([...marker.tags, '']));
    for (const [length, kept] of [
      [room, true],
      [room + 1, false],
    ] as const) {
      const long = 'x'.repeat(length);
      const stage = await aDraft({ tags: [long, 'y'] });
      await stage.turn();
      expect(patchOf(stage)?.tags).toEqual([...marker.tags, kept ? long : 'y']);
    }
  });

  it('passes on a refusal, and patches again when the server was down for a moment', async () => {
    const { turn, annotations, annotationId } = await aDraft();
    annotations.failNext('patch', { failure: FORBIDDEN });
    expect(await turn()).toEqual({ ok: false, failure: FORBIDDEN });
    annotations.failNext('patch', { failure: DOWN, times: 2 });
    expect(await turn()).toEqual({ ok: true, value: annotationId });
  });
});

const nearMiss = aNearMiss({ status: 'closed' });

async function aStage() {
  const stage = storeStage();
  const { annotations, context } = stage;
  valueIn(await annotations.post(encodeRecord(aNearMiss(), { kind: 'organization' }, '')));
  const written = () => stage.asked.filter(([method]) => method !== 'find');
  return { ...stage, written, marker: encodeMarker(nearMiss, context.link(nearMiss.id)) };
}

it('makes a lost marker of what is shown, once', async () => {
  const { context, written, marker } = await aStage();
  expect(await markAgain(context, nearMiss)).toEqual({ ok: true, value: 2 });
  expect(await markAgain(context, nearMiss)).toEqual({ ok: true, value: 2 });
  expect(written()).toEqual([['post', marker]]);
});

it('brings up to date the one that is there', async () => {
  const { context, annotations, written, marker } = await aStage();
  const id = valueIn(await annotations.post({ time: 1, timeEnd: 2, tags: [], ...marker, text: before }));
  expect(await markAgain(context, nearMiss)).toEqual({ ok: true, value: id });
  expect(written()).toEqual([['patch', id, { text: marker?.text, time: marker?.time, timeEnd: marker?.timeEnd }]]);
});

it('is refused where there is no graph to mark', async () => {
  const { context, written } = await aStage();
  expect(await markAgain(context, { ...nearMiss, source: null })).toEqual({
    ok: false,
    failure: { kind: 'refused', status: 0, detail: '' },
  });
  expect(written()).toEqual([]);
});

it('marks nothing of a near miss that is gone', async () => {
  const { context, written } = await aStage();
  expect(await markAgain(context, { ...nearMiss, id: 'gone-1-abcd' })).toEqual({
    ok: false,
    failure: { kind: 'missing', status: 404, detail: 'gone-1-abcd' },
  });
  expect(written()).toEqual([]);
});

it('passes on why it cannot look, and looks again when that was for a moment', async () => {
  const { context, annotations, written } = await aStage();
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await markAgain(context, nearMiss)).toEqual({ ok: false, failure: FORBIDDEN });
  expect(written()).toEqual([]);
  annotations.failNext('find', { failure: DOWN, times: 2 });
  expect(await markAgain(context, nearMiss)).toEqual({ ok: true, value: 2 });
});

it('passes on that the marker was refused', async () => {
  const { context, annotations } = await aStage();
  annotations.failNext('post', { failure: FORBIDDEN });
  expect(await markAgain(context, nearMiss)).toEqual({ ok: false, failure: FORBIDDEN });
});
