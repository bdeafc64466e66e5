import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aRecord } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { postUnlessThere } from './postUnlessThere';
import type { Parts } from './readParts';

const ID = 'queue-1-abcd';
const annotation = encodeRecord(aRecord(), { kind: 'organization' }, '');
const LOOKING = ['find', { tags: [`nm:${ID}`], limit: 100 }];
const POSTING = ['post', annotation];
const posting = { annotation, of: ID, findIn: ({ records }: Parts) => records[0]?.annotation.id ?? null };
const posted = (id: number) => ({ ok: true, value: id });

it('posts with one request', async () => {
  const { context, asked } = storeStage();
  expect(await postUnlessThere(context, posting)).toEqual(posted(1));
  expect(asked).toEqual([POSTING]);
});

it('does not post again what is there although its answer was lost', async () => {
  const { context, annotations, asked } = storeStage();
  annotations.failNext('post', { failure: DOWN, done: true });
  expect(await postUnlessThere(context, posting)).toEqual(posted(1));
  expect(asked).toEqual([POSTING, LOOKING]);
});

it('posts again what is not there, among whatever is', async () => {
  const { context, annotations, asked } = storeStage();
  valueIn(await annotations.post({ ...annotation, text: 'A note', tags: [`nm:${ID}`] }));
  annotations.failNext('post', { failure: DOWN });
  expect(await postUnlessThere(context, posting)).toEqual(posted(2));
  expect(asked).toEqual([POSTING, LOOKING, POSTING]);
});

it('does not post again while it cannot look', async () => {
  const { context, annotations, asked } = storeStage();
  annotations.failNext('post', { failure: DOWN });
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await postUnlessThere(context, posting)).toEqual({ ok: false, failure: FORBIDDEN });
  expect(asked).toEqual([POSTING, LOOKING]);
});

it('passes on a refusal without a further attempt', async () => {
  const { context, annotations, asked } = storeStage();
  annotations.failNext('post', { failure: FORBIDDEN });
  expect(await postUnlessThere(context, posting)).toEqual({ ok: false, failure: FORBIDDEN });
  expect(asked).toEqual([POSTING]);
});

it('stops when aborted', async () => {
  const { context, annotations, asked } = storeStage();
  const controller = new AbortController();
  annotations.delay(async () => controller.abort());
  annotations.failNext('post', { failure: DOWN });
  expect(await postUnlessThere(context, posting, controller.signal)).toMatchObject({ failure: { kind: 'aborted' } });
  expect(asked).toEqual([POSTING]);
});
