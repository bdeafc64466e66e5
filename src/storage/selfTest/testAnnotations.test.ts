import { encodeRecord } from '../../domain/codec/encodeRecord';
import { readPayload } from '../../domain/codec/payload';
import { MARKER_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { aRecord } from '../../testing/builders/builders';
import { selfTestHost } from '../../testing/stages/selfTestHost';
import { storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import type { Failure } from '../../grafana/outcome';
import { echo, SELF_TEST_TAG, testAnnotation, testAnnotations } from './testAnnotations';

const ORGANIZATION = { kind: 'organization' } as const;
const FORBIDDEN: Failure = { kind: 'forbidden', status: 403, detail: '' };
const AT = Date.UTC(2026, 10, 3);

it('is found by its own tag and by none of a near miss', async () => {
  const { annotations, context } = selfTestHost();
  await testAnnotations(context).write(testAnnotation(ORGANIZATION, AT));
  const found = async (tag: string) => {
    const answer = await annotations.find({ tags: [tag], limit: 10 });
    return answer.ok ? answer.value.length : NaN;
  };
  expect(await found(SELF_TEST_TAG)).toBe(1);
  expect(await found(RECORD_TAG)).toBe(0);
  expect(await found(MARKER_TAG)).toBe(0);
});

it('removes what an earlier run left, and nobody’s own note', async () => {
  const { annotations, context } = selfTestHost();
  await testAnnotations(context).write(testAnnotation(ORGANIZATION, AT));
  await testAnnotations(context).write(testAnnotation({ kind: 'journal', dashboardUid: 'j1' }, AT));
  await annotations.post({ time: AT, timeEnd: AT, text: 'How we test', tags: [SELF_TEST_TAG] });
  const text = testAnnotation(ORGANIZATION, AT).text;
  await annotations.post({ time: AT, timeEnd: AT, text, tags: ['pasted'] });
  expect(await testAnnotations(context).sweep()).toEqual({ removed: 2, left: [], failure: null });
  expect(annotations.stored()).toMatchObject([{ text: 'How we test' }, { tags: ['pasted'] }]);
});

it('removes what it wrote even when Grafana cannot find it', async () => {
  const { annotations, context } = selfTestHost();
  const tests = testAnnotations(context);
  await tests.write(testAnnotation(ORGANIZATION, AT));
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await tests.sweep()).toEqual({ removed: 1, left: [], failure: FORBIDDEN });
  expect(annotations.stored()).toEqual([]);
});

it('names what it could not remove', async () => {
  const { annotations, context } = selfTestHost();
  const tests = testAnnotations(context);
  await tests.write(testAnnotation(ORGANIZATION, AT));
  await tests.write(testAnnotation(ORGANIZATION, AT));
  annotations.failNext('remove', { failure: FORBIDDEN });
  expect(await tests.sweep()).toEqual({ removed: 1, left: [1], failure: FORBIDDEN });
});

it('is of no dashboard or of a journal, at its time, with its own tag first', () => {
  const of = testAnnotation(ORGANIZATION, AT);
  expect(of).toEqual({
    time: AT,
    timeEnd: AT,
    tags: [SELF_TEST_TAG],
    text: expect.stringMatching(/^Self-test of Near/),
  });
  const { tags, dashboardUid, text } = testAnnotation({ kind: 'journal', dashboardUid: 'j1' }, AT, {
    tags: ['a', 'b'],
    filling: 'stuffed',
  });
  expect({ tags, dashboardUid }).toEqual({ tags: [SELF_TEST_TAG, 'a', 'b'], dashboardUid: 'j1' });
  expect(readPayload(text)).toEqual({ found: 'payload', payload: { what: 'self-test', at: AT, filling: 'stuffed' } });
});

describe('sweeping', () => {
  it('asks for its own tag once, and removes nothing that is removed already', async () => {
    const { annotations, asked, context } = storeStage();
    const tests = testAnnotations(context);
    const id = valueIn(await tests.write(testAnnotation(ORGANIZATION, AT)));
    expect(await tests.remove(id)).toEqual({ ok: true, value: null });
    expect(await tests.sweep()).toEqual({ removed: 0, left: [], failure: null });
    expect(asked.slice(1)).toEqual([
      ['remove', id],
      ['find', { tags: [SELF_TEST_TAG], limit: 1000 }],
    ]);
    expect(annotations.stored()).toEqual([]);
  });

  it('tries again what could not be removed', async () => {
    const { annotations, context } = storeStage();
    const tests = testAnnotations(context);
    const id = valueIn(await tests.write(testAnnotation(ORGANIZATION, AT)));
    annotations.failNext('remove', { failure: FORBIDDEN });
    expect(await tests.remove(id)).toEqual({ ok: false, failure: FORBIDDEN });
    annotations.failNext('find', { failure: { ...FORBIDDEN, detail: 'first' } });
    annotations.failNext('remove', { failure: FORBIDDEN });
    expect(await tests.sweep()).toEqual({ removed: 0, left: [id], failure: { ...FORBIDDEN, detail: 'first' } });
    expect(await tests.sweep()).toEqual({ removed: 1, left: [], failure: null });
  });

  it('leaves what carries the tag and another payload, or lost the tag, or is no annotation', async () => {
    const { annotations, context } = storeStage();
    const record = encodeRecord(aRecord(), ORGANIZATION, '');
    valueIn(await annotations.post({ ...record, tags: [SELF_TEST_TAG] }));
    valueIn(await annotations.post({ ...record, tags: [SELF_TEST_TAG], text: '<!--near-miss {' }));
    const lost = valueIn(await annotations.post(testAnnotation(ORGANIZATION, AT)));
    await annotations.patch(lost, { tags: ['note'] });
    const before = annotations.stored();
    expect(await testAnnotations(context).sweep()).toEqual({ removed: 0, left: [], failure: null });
    expect(annotations.stored()).toEqual(before);
    const odd = { ...context.port, find: async () => ({ ok: true, value: [null, 7, {}] }) as const };
    expect(await testAnnotations({ ...context, port: odd }).sweep()).toEqual({ removed: 0, left: [], failure: null });
  });

  it('knows nothing of what was refused', async () => {
    const { annotations, context } = storeStage();
    const tests = testAnnotations(context);
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await tests.write(testAnnotation(ORGANIZATION, AT))).toEqual({ ok: false, failure: FORBIDDEN });
    expect(await tests.sweep()).toEqual({ removed: 0, left: [], failure: null });
  });
});

describe('what comes back', () => {
  it('is the annotation, which is removed again', async () => {
    const { asked, context } = storeStage();
    const sent = testAnnotation(ORGANIZATION, AT, { tags: ['a'] });
    const { id, text, tags } = valueIn(await echo(testAnnotations(context), sent)) ?? { id: 0 };
    expect({ text, tags }).toEqual({ text: sent.text, tags: sent.tags });
    expect(asked).toEqual([
      ['post', sent],
      ['get', id],
      ['remove', id],
    ]);
  });

  it('is why it was not written, or not read; then it is removed all the same', async () => {
    const { annotations, asked, context } = storeStage();
    const sent = testAnnotation(ORGANIZATION, AT);
    annotations.failNext('post', { failure: FORBIDDEN });
    expect(await echo(testAnnotations(context), sent)).toEqual({ ok: false, failure: FORBIDDEN });
    expect(asked).toHaveLength(1);
    annotations.failNext('get', { failure: FORBIDDEN });
    expect(await echo(testAnnotations(context), sent)).toEqual({ ok: false, failure: FORBIDDEN });
    expect(annotations.stored()).toEqual([]);
  });

  it('is left to the sweep when it cannot be removed', async () => {
    const { annotations, context } = storeStage();
    const tests = testAnnotations(context);
    annotations.failNext('remove', { failure: { kind: 'refused', status: 400, detail: '' } });
    expect(await echo(tests, testAnnotation(ORGANIZATION, AT))).toMatchObject({ ok: true, value: { id: 1 } });
    expect(annotations.stored()).toHaveLength(1);
    expect(await tests.sweep()).toMatchObject({ removed: 1 });
  });
});
