import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { deleteOnce } from './deleteOnce';
import type { Failure } from '../../grafana/outcome';

const MISSING: Failure = { kind: 'missing', status: 404, detail: '' };
const DONE = { ok: true, value: null };

async function aStage() {
  const stage = storeStage();
  const id = valueIn(await stage.annotations.post({ time: 1, timeEnd: 1, text: 'x', tags: [] }));
  return { ...stage, id };
}

it('deletes with one request', async () => {
  const { context, annotations, asked, id } = await aStage();
  expect(await deleteOnce(context, id)).toEqual(DONE);
  expect(annotations.stored()).toEqual([]);
  expect(asked).toEqual([['remove', id]]);
});

it('takes one that is missing for deleted, without another look', async () => {
  const { context, annotations, asked, id } = await aStage();
  annotations.failNext('remove', { failure: MISSING });
  expect(await deleteOnce(context, id)).toEqual(DONE);
  expect(asked).toEqual([['remove', id]]);
});

it('deletes at the second attempt when the server was down for a moment', async () => {
  const { context, annotations, asked, id } = await aStage();
  annotations.failNext('remove', { failure: DOWN });
  expect(await deleteOnce(context, id)).toEqual(DONE);
  expect(asked).toEqual([
    ['remove', id],
    ['remove', id],
  ]);
});

describe.each([
  ['refused', FORBIDDEN, 1],
  ['failed', DOWN, 3],
])('when Grafana %s', (_, failure, attempts) => {
  it('looks, and is content when the annotation is gone', async () => {
    const { context, annotations, asked, id } = await aStage();
    annotations.failNext('remove', { failure, times: attempts, done: true });
    expect(await deleteOnce(context, id)).toEqual(DONE);
    expect(asked.map(([method]) => method)).toEqual([...Array.from({ length: attempts }, () => 'remove'), 'get']);
    expect(asked.at(-1)).toEqual(['get', id]);
  });

  it('passes that on when the annotation is still there', async () => {
    const { context, annotations, id } = await aStage();
    annotations.failNext('remove', { failure, times: attempts });
    expect(await deleteOnce(context, id)).toEqual({ ok: false, failure });
    expect(annotations.stored()).toHaveLength(1);
  });

  it('passes that on when it cannot look either', async () => {
    const { context, annotations, id } = await aStage();
    annotations.failNext('remove', { failure, times: attempts, done: true });
    annotations.failNext('get', { failure: { ...FORBIDDEN, detail: 'another' } });
    expect(await deleteOnce(context, id)).toEqual({ ok: false, failure });
  });
});

it.each(['timeout', 'offline', 'refused', 'unauthorized'] as const)(
  'does not look after %s: that says nothing of the annotation',
  async (kind) => {
    const { context, annotations, asked, id } = await aStage();
    const failure: Failure = { kind, status: 0, detail: 'as it was' };
    annotations.failNext('remove', { failure, times: 3, done: true });
    expect(await deleteOnce(context, id)).toEqual({ ok: false, failure });
    expect(asked.filter(([method]) => method === 'get')).toEqual([]);
  }
);
