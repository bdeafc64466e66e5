import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { aChange, aNearMiss, aRecord } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { readDraft } from './readDraft';
import { nearMissIdOfDraft } from '../../domain/record/id';

const DRAFT = {
  dashboardUid: 'checkout',
  panelId: 4,
  time: 5,
  timeEnd: 9,
  text: 'odd',
  tags: ['near-miss', 'shift:b'],
};
const MISSING = { ok: false, failure: { kind: 'missing', status: 404, detail: '' } };

async function aStage() {
  const stage = storeStage();
  const annotationId = valueIn(await stage.annotations.as({ login: 'vera' }).post(DRAFT));
  const { created } = Object(stage.annotations.stored()[0]) as { created: number };
  const draft = { ...DRAFT, annotationId, created, login: 'vera' };
  return { ...stage, annotationId, draft, nearMissId: nearMissIdOfDraft(created, annotationId) };
}

it('is open while its near miss is not there', async () => {
  const { context, asked, annotationId, draft, nearMissId } = await aStage();
  expect(await readDraft(context.port, annotationId)).toEqual({ ok: true, value: { is: 'open', draft, nearMissId } });
  expect(asked).toEqual([
    ['get', annotationId],
    ['find', { tags: [`nm:${nearMissId}`], limit: 100 }],
  ]);
});

it('is recorded once its near miss is there, which is as it was changed since', async () => {
  const { context, annotations, annotationId, draft, nearMissId } = await aStage();
  await annotations.post(encodeRecord(aRecord({ id: nearMissId }), { kind: 'organization' }, ''));
  const change = aChange({ nearMiss: nearMissId, set: { title: 'Changed' } });
  await annotations.post(encodeChange(change, aNearMiss({ id: nearMissId }), ''));
  expect(await readDraft(context.port, annotationId)).toEqual({
    ok: true,
    value: { is: 'recorded', draft, nearMiss: expect.objectContaining({ id: nearMissId, title: 'Changed' }) },
  });
});

it('is completed as a marker, whatever else is there', async () => {
  const { context, annotations, asked, annotationId } = await aStage();
  await annotations.patch(annotationId, { tags: ['near-miss-marker', 'nm:queue-1-abcd'] });
  expect(await readDraft(context.port, annotationId)).toEqual({
    ok: true,
    value: { is: 'completed', nearMissId: 'queue-1-abcd' },
  });
  expect(asked).toEqual([['get', annotationId]]);
});

it.each([
  ['a note', { time: 5, timeEnd: 5, text: 'deployed', tags: ['deploy'] }],
  ['a record', encodeRecord(aRecord(), { kind: 'organization' }, '')],
])('is missing where the annotation is %s', async (_, annotation) => {
  const { context, annotations, asked } = await aStage();
  const id = valueIn(await annotations.post(annotation));
  expect(await readDraft(context.port, id)).toEqual(MISSING);
  expect(asked).toEqual([['get', id]]);
});

it.each(['get', 'find'] as const)('passes on what went wrong with %s', async (method) => {
  for (const failure of [FORBIDDEN, DOWN]) {
    const { context, annotations, annotationId } = await aStage();
    annotations.failNext(method, { failure });
    expect(await readDraft(context.port, annotationId)).toEqual({ ok: false, failure });
  }
});

it.each(['get', 'find'] as const)('stops when aborted at %s', async (at) => {
  const { context, annotations, annotationId } = await aStage();
  const controller = new AbortController();
  annotations.delay(async (method) => void (method === at && controller.abort()));
  expect(await readDraft(context.port, annotationId, controller.signal)).toMatchObject({
    ok: false,
    failure: { kind: 'aborted' },
  });
});
