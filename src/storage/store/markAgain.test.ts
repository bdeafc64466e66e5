import { encodeMarker } from '../../domain/codec/encodeMarker';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aNearMiss } from '../../testing/builders';
import { DOWN, FORBIDDEN, storeStage, valueIn } from '../../testing/storeStage';
import { markAgain } from './markAgain';

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
  const id = valueIn(await annotations.post({ time: 1, timeEnd: 2, tags: [], ...marker, text: 'before' }));
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
