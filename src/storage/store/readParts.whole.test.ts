import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import type { AnnotationPort } from '../annotations/annotationPort';
import { failed } from '../../grafana/outcome';
import { readParts } from './readParts';

const ID = 'queue-1-abcd';
const FIRST = ['find', { tags: [`nm:${ID}`], limit: 100 }];
const SECOND = ['find', { tags: ['near-miss', `nm:${ID}`], limit: 100 }];

/** A record (1) and an entry (2). */
async function aStage() {
  const stage = storeStage();
  valueIn(await stage.annotations.post(encodeRecord(aRecord(), { kind: 'organization' }, '')));
  valueIn(await stage.annotations.post(encodeEntry(anEntry(), aNearMiss(), '')));
  return stage;
}

const both = {
  records: [expect.objectContaining({ annotation: expect.objectContaining({ id: 1 }) })],
  changes: [],
  entries: [expect.objectContaining({ annotation: expect.objectContaining({ id: 2 }) })],
  markers: [],
  broken: [],
};

it('asks once where the record is among what is found', async () => {
  const { context, asked } = await aStage();
  expect(await readParts(context.port, ID)).toEqual({ ok: true, value: both });
  expect(asked).toEqual([FIRST]);
});

it('asks for records alone where an answer lacks it, and keeps the rest of the first answer', async () => {
  const { context, annotations, asked } = await aStage();
  annotations.cutNext(1, 1);
  expect(await readParts(context.port, ID)).toEqual({ ok: true, value: both });
  expect(asked).toEqual([FIRST, SECOND]);
});

it('is missing where that brings none either', async () => {
  const { context, annotations, asked } = await aStage();
  await annotations.remove(1);
  expect(await readParts(context.port, ID)).toEqual({
    ok: false,
    failure: { kind: 'missing', status: 404, detail: ID },
  });
  expect(asked).toEqual([FIRST, SECOND]);
});

it('passes on what went wrong with the first request, and makes no second', async () => {
  const { context, annotations, asked } = await aStage();
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await readParts(context.port, ID)).toEqual({ ok: false, failure: FORBIDDEN });
  expect(asked).toEqual([FIRST]);
});

it('passes on what went wrong with the second', async () => {
  const { context } = storeStage();
  let finds = 0;
  const port: AnnotationPort = {
    ...context.port,
    find: async () => (++finds === 1 ? { ok: true, value: [] } : { ok: false, failure: DOWN }),
  };
  expect(await readParts(port, ID)).toEqual({ ok: false, failure: DOWN });
});

it('stops when aborted between the two', async () => {
  const { context } = storeStage();
  const controller = new AbortController();
  const port: AnnotationPort = {
    ...context.port,
    find: async (_, signal) => {
      const answer = signal?.aborted ? failed<never[]>('aborted') : { ok: true as const, value: [] };
      controller.abort();
      return answer;
    },
  };
  expect(await readParts(port, ID, controller.signal)).toEqual(failed('aborted'));
});
